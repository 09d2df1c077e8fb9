import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import { type ImageSize, MediaError } from '../protocol.ts'
import { bt709FromBt601, isBt709 } from './bt709.ts'
import { openVideo } from './open-video.ts'

/** sharp's default of 4 takes more than twice the time to encode, and makes pictures a twentieth smaller. */
const webpEffort = 2

/** Raw pixels as sharp takes them. */
interface Picture extends ImageSize {
  rgb: Buffer
}

/**
 * A WebP of one frame about a third in. Of three candidates the one with the most detail wins, so that a fade or a
 * black cut is not what stands for the film.
 * @throws MediaError
 */
export async function writeThumbnail(request: {
  input: string
  output: string
  longestSide: number
}): Promise<ImageSize> {
  const { input, track } = await openVideo(request.input)
  try {
    const size = await scaledSize(track, (side) => Math.min(1, request.longestSide / side))
    using best = await mostDetailed(track, [0.28, 1 / 3, 0.4])
    await (await scaled(best, size)).webp({ quality: 80, effort: webpEffort }).toFile(request.output)
    return size
  } finally {
    input.dispose()
  }
}

/**
 * A JPEG of columns x rows evenly spaced frames, in reading order.
 * @throws MediaError
 */
export async function writeSpriteSheet(request: {
  input: string
  output: string
  columns: number
  rows: number
  tileWidth: number
}): Promise<ImageSize> {
  const { columns, rows, tileWidth } = request
  const { input, track } = await openVideo(request.input)
  try {
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
    const tile = { width: tileWidth, height: Math.max(1, Math.round((tileWidth * height) / width)) }
    const parts = Array.from({ length: columns * rows }, (_, index) => (index + 0.5) / (columns * rows))
    const tiles: OverlayOptions[] = []
    for await (const picture of pictures(track, parts, tile)) {
      const index = tiles.length
      tiles.push({
        input: picture.rgb,
        raw: { width: tile.width, height: tile.height, channels: 3 },
        left: (index % columns) * tile.width,
        top: Math.floor(index / columns) * tile.height,
      })
    }
    const sheet = { width: tile.width * columns, height: tile.height * rows }
    await sharp({ create: { ...sheet, channels: 3, background: '#000000' } })
      .composite(tiles)
      .jpeg({ quality: 80 })
      .toFile(request.output)
    return sheet
  } finally {
    input.dispose()
  }
}

/** Of the frames at the given parts (0..1) of the video's length the one with the most detail. */
async function mostDetailed(track: InputVideoTrack, parts: number[]): Promise<VideoSample> {
  let best: { sample: VideoSample; detail: number } | undefined
  for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(await timesAt(track, parts))) {
    if (!sample) continue
    const detail = await detailOf(sample)
    const worse = best && detail <= best.detail ? sample : best?.sample
    if (worse !== sample) best = { sample, detail }
    worse?.close()
  }
  if (!best) throw new MediaError('undecodable', 'has a video stream without frames')
  return best.sample
}

/** One byte in this many tells how much there is to see. */
const detailStep = 7

/** The entropy, in bits, of a frame's brightness as it comes from the decoder: of its first plane, unscaled. */
async function detailOf(sample: VideoSample): Promise<number> {
  const bytes = Buffer.alloc(sample.allocationSize())
  const planes = await sample.copyTo(bytes)
  const end = planes[1]?.offset ?? bytes.length
  const counts = new Uint32Array(256)
  for (let index = 0; index < end; index += detailStep) counts[bytes[index] ?? 0] = (counts[bytes[index] ?? 0] ?? 0) + 1
  const total = Math.ceil(end / detailStep)
  return counts.reduce((bits, count) => (count === 0 ? bits : bits - (count / total) * Math.log2(count / total)), 0)
}

async function timesAt(track: InputVideoTrack, parts: number[]): Promise<number[]> {
  const first = await track.getFirstTimestamp()
  const length = (await track.computeDuration()) - first
  return parts.map((part) => first + part * length)
}

/** The frames at the given parts (0..1) of the video's length, upright and scaled. */
async function* pictures(track: InputVideoTrack, parts: number[], size: ImageSize): AsyncGenerator<Picture> {
  const times = await timesAt(track, parts)
  let last: { timestamp: number; picture: Picture } | undefined
  for await (const frame of new VideoSampleSink(track).samplesAtTimestamps(times)) {
    if (!frame) continue
    using sample = frame
    // Two of the times may fall on one frame. Scaling empties the frame behind all samples of it, so it is done once.
    if (last?.timestamp !== sample.timestamp) {
      last = { timestamp: sample.timestamp, picture: await toPicture(sample, size) }
    }
    yield last.picture
  }
}

async function toPicture(sample: VideoSample, size: ImageSize): Promise<Picture> {
  return { rgb: await (await scaled(sample, size)).raw().toBuffer(), ...size }
}

/** A frame, upright and of this size, ready to be written in whatever form. */
async function scaled(sample: VideoSample, size: ImageSize): Promise<Sharp> {
  const bt709 = isBt709(sample)
  using small = await sample.transform({ width: size.width, height: size.height, fit: 'fill' })
  const rgba = Buffer.alloc(small.allocationSize({ format: 'RGBA' }))
  await small.copyTo(rgba, { format: 'RGBA' })
  const picture = sharp(rgba, { raw: { ...size, channels: 4 } }).removeAlpha()
  return bt709 ? picture.recomb(bt709FromBt601) : picture
}

async function scaledSize(track: InputVideoTrack, scaleOf: (longestSide: number) => number): Promise<ImageSize> {
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  const scale = scaleOf(Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
