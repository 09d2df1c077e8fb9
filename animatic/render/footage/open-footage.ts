/** A film file as pictures and sound of a film under way: upright, in its size and at its pace. */
import { registerMediabunnyServer } from '@mediabunny/server'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { ALL_FORMATS, AudioSampleSink, FilePathSource, Input, type VideoSample, VideoSampleSink } from 'mediabunny'
import { samplesPerSecond } from '../encode-sound.ts'

export interface Footage extends Disposable {
  /** The pictures at these seconds, in order; the same canvas each time. The last stays when the film is over. */
  frames(seconds: readonly number[]): AsyncGenerator<Canvas, void, undefined>
  /** Two channels of 48 kHz samples in -1..1, as long as asked for; nothing for a film without sound. */
  sound(seconds: number): Promise<[Float32Array, Float32Array] | undefined>
}

/** Throws when the file has no picture track that can be decoded. */
export async function openFootage(path: string, width: number, height: number): Promise<Footage> {
  // Without a hardware context it does not go looking for graphics cards.
  registerMediabunnyServer({ hardwareContext: null })
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) })
  const pictures = await input.getPrimaryVideoTrack()
  if (!pictures) throw new Error('The film to start from holds no pictures.')
  const first = await pictures.getFirstTimestamp()

  return {
    async *frames(seconds) {
      const canvas = createCanvas(width, height)
      const draw = drawer(canvas)
      let isDrawn = false
      for await (const sample of new VideoSampleSink(pictures).samplesAtTimestamps(seconds.map((at) => first + at))) {
        if (sample) {
          await draw(sample)
          sample.close()
          isDrawn = true
        }
        if (!isDrawn) throw new Error('The film to start from has no picture at its start.')
        yield canvas
      }
    },
    async sound(seconds) {
      const track = await input.getPrimaryAudioTrack()
      if (!track) return undefined
      const length = Math.round(seconds * samplesPerSecond)
      const sides: [Float32Array, Float32Array] = [new Float32Array(length), new Float32Array(length)]
      for await (const sample of new AudioSampleSink(track).samples(first, first + seconds)) {
        const from = Math.round((sample.timestamp - first) * samplesPerSecond)
        for (const [side, target] of sides.entries()) {
          const plane = new Float32Array(sample.numberOfFrames)
          const planeIndex = Math.min(side, sample.numberOfChannels - 1)
          sample.copyTo(plane, { planeIndex, format: 'f32-planar' })
          resample(plane, sample.sampleRate, target, from)
        }
        sample.close()
      }
      return sides
    },
    [Symbol.dispose]: () => input[Symbol.dispose](),
  }
}

/** Draws samples upright over the whole canvas. */
function drawer(canvas: Canvas): (sample: VideoSample) => Promise<void> {
  const { width, height } = canvas
  const target = canvas.getContext('2d')
  let whole = createCanvas(1, 1)
  let pixels = whole.getContext('2d').createImageData(1, 1)
  return async (sample) => {
    const [codedWidth, codedHeight] = [sample.codedWidth, sample.codedHeight]
    if (whole.width !== codedWidth || whole.height !== codedHeight) {
      whole = createCanvas(codedWidth, codedHeight)
      pixels = whole.getContext('2d').createImageData(codedWidth, codedHeight)
    }
    await sample.copyTo(pixels.data, { format: 'RGBA' })
    whole.getContext('2d').putImageData(pixels, 0, 0)
    const [across, down] = sample.rotation % 180 === 0 ? [width, height] : [height, width]
    target.save()
    target.imageSmoothingQuality = 'high'
    target.translate(width / 2, height / 2)
    target.rotate((sample.rotation * Math.PI) / 180)
    target.drawImage(whole, -across / 2, -down / 2, across, down)
    target.restore()
  }
}

/** Writes samples of another rate into `target` from sample `from` on, in straight lines between them. */
function resample(samples: Float32Array, rate: number, target: Float32Array, from: number): void {
  const step = rate / samplesPerSecond
  const count = Math.floor(samples.length / step)
  for (let index = Math.max(0, -from); index < count && from + index < target.length; index++) {
    const exact = index * step
    const at = Math.floor(exact)
    const one = samples[at] ?? 0
    target[from + index] = one + ((samples[at + 1] ?? one) - one) * (exact - at)
  }
}
