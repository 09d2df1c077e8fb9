/** A character's clip: some of its frames, played to and fro without a jump. */

import { registerMediabunnyServer } from '@mediabunny/server'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { ALL_FORMATS, FilePathSource, Input, type VideoSample, VideoSampleSink } from 'mediabunny'
import { cutOut } from './cut-out.ts'

export interface ClipOrder {
  path: string
  startSeconds: number
  endSeconds: number
}

export interface Clip {
  /** The picture at a moment; forward and back again for ever. */
  pictureAt(seconds: number): Canvas
  /** Pixels. */
  width: number
  height: number
  /** Whether the background was plain enough to be taken away. */
  isCutOut: boolean
}

const framesPerSecond = 15
/** Bounds the memory: four seconds of small pictures. */
const mostFrames = 60
const mostHeight = 400

/** Reads the frames between start and end. Throws when the file has no picture track that can be decoded. */
export async function readClip({ path, startSeconds, endSeconds }: ClipOrder): Promise<Clip> {
  // Without a hardware context it does not go looking for graphics cards.
  registerMediabunnyServer({ hardwareContext: null })
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('The character clip holds no video.')
  const first = await track.getFirstTimestamp()
  const span = Math.max(1 / framesPerSecond, endSeconds - startSeconds)
  const count = Math.min(mostFrames, Math.max(1, Math.round(span * framesPerSecond)))
  const times = Array.from({ length: count }, (_, index) => first + startSeconds + (index * span) / count)
  const pictures: Canvas[] = []
  for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(times)) {
    if (!sample) continue
    pictures.push(await picture(sample))
    sample.close()
  }
  const [opening] = pictures
  if (!opening) throw new Error('The character clip has no frame between its start and its end.')
  const cut = cutOut(pictures)
  const shown = cut ?? pictures
  const { width, height } = shown[0] ?? opening
  const rate = count / span
  return {
    width,
    height,
    isCutOut: cut !== undefined,
    pictureAt: (seconds) => shown[toAndFro(seconds * rate, shown.length)] ?? opening,
  }
}

async function picture(sample: VideoSample): Promise<Canvas> {
  const [width, height] = [sample.codedWidth, sample.codedHeight]
  const whole = createCanvas(width, height)
  const brush = whole.getContext('2d')
  const pixels = brush.createImageData(width, height)
  await sample.copyTo(pixels.data, { format: 'RGBA' })
  brush.putImageData(pixels, 0, 0)
  const sideways = sample.rotation % 180 !== 0
  const [shownWidth, shownHeight] = sideways ? [height, width] : [width, height]
  const scale = Math.min(1, mostHeight / shownHeight)
  const small = createCanvas(Math.round(shownWidth * scale), Math.round(shownHeight * scale))
  const target = small.getContext('2d')
  target.imageSmoothingQuality = 'high'
  target.translate(small.width / 2, small.height / 2)
  target.rotate((sample.rotation * Math.PI) / 180)
  target.drawImage(whole, (-width * scale) / 2, (-height * scale) / 2, width * scale, height * scale)
  return small
}

function toAndFro(position: number, length: number): number {
  if (length < 2) return 0
  const cycle = 2 * (length - 1)
  const at = Math.floor(position) % cycle
  return at < length ? at : cycle - at
}
