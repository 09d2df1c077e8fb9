/** The frames of a clip between two moments, upright and small. */
import { registerMediabunnyServer } from '@mediabunny/server'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { ALL_FORMATS, FilePathSource, Input, type VideoSample, VideoSampleSink } from 'mediabunny'

export interface ClipOrder {
  path: string
  startSeconds: number
  endSeconds: number
}

export interface ClipFrames {
  /** Pixels. */
  width: number
  height: number
  /** Of RGBA bytes, opaque. */
  frames: Uint8ClampedArray[]
  framesPerSecond: number
}

const framesPerSecond = 24
/** Bounds the memory, whatever the clip: three seconds of pictures of a quarter of a million pixels, 72 MB. */
const [mostFrames, mostPixels] = [72, 250_000]

/** Reads the frames between start and end. Throws when the file has no picture track that can be decoded. */
export async function readFrames({ path, startSeconds, endSeconds }: ClipOrder): Promise<ClipFrames> {
  // Without a hardware context it does not go looking for graphics cards.
  registerMediabunnyServer({ hardwareContext: null })
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('The character clip holds no video.')
  const first = await track.getFirstTimestamp()
  const span = Math.max(1 / framesPerSecond, endSeconds - startSeconds)
  const count = Math.min(mostFrames, Math.max(1, Math.round(span * framesPerSecond)))
  const times = Array.from({ length: count }, (_, index) => first + startSeconds + (index * span) / count)
  const frames: Uint8ClampedArray[] = []
  const shrink = shrinker()
  let small: Canvas | undefined
  for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(times)) {
    if (!sample) continue
    small = await shrink(sample)
    sample.close()
    frames.push(small.getContext('2d').getImageData(0, 0, small.width, small.height).data)
  }
  if (!small) throw new Error('The character clip has no frame between its start and its end.')
  return { width: small.width, height: small.height, frames, framesPerSecond: count / span }
}

/** Draws samples upright and small, all on the same canvas, for each of their own would be megabytes. */
function shrinker(): (sample: VideoSample) => Promise<Canvas> {
  let whole = createCanvas(1, 1)
  let pixels = whole.getContext('2d').createImageData(1, 1)
  const small = createCanvas(1, 1)
  return async (sample) => {
    const [width, height] = [sample.codedWidth, sample.codedHeight]
    if (whole.width !== width || whole.height !== height) {
      whole = createCanvas(width, height)
      pixels = whole.getContext('2d').createImageData(width, height)
    }
    await sample.copyTo(pixels.data, { format: 'RGBA' })
    whole.getContext('2d').putImageData(pixels, 0, 0)
    if (small.width === 1) {
      const [shownWidth, shownHeight] = sample.rotation % 180 === 0 ? [width, height] : [height, width]
      const fit = Math.min(1, Math.sqrt(mostPixels / (shownWidth * shownHeight)))
      small.width = Math.round(shownWidth * fit)
      small.height = Math.round(shownHeight * fit)
    }
    const scale = (sample.rotation % 180 === 0 ? small.width : small.height) / width
    const target = small.getContext('2d')
    target.save()
    target.imageSmoothingQuality = 'high'
    target.translate(small.width / 2, small.height / 2)
    target.rotate((sample.rotation * Math.PI) / 180)
    target.drawImage(whole, (-width * scale) / 2, (-height * scale) / 2, width * scale, height * scale)
    target.restore()
    return small
  }
}
