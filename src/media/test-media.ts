import { writeFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { registerMediabunnyServer } from '@mediabunny/server'
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  MkvOutputFormat,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny'

export interface TestVideo {
  path: string
  container?: 'mp4' | 'webm' | 'mkv'
  /** Null: no pictures. */
  video?: 'avc' | 'vp9' | null
  /** Null: no sound. */
  audio?: 'aac' | 'opus' | null
  width?: number
  height?: number
  seconds?: number
  framesPerSecond?: number
  rotation?: 0 | 90 | 180 | 270
  fastStart?: boolean
  /** One colour all over, in BT.709, which a player takes HD without a tag for. */
  colour?: readonly [red: number, green: number, blue: number]
}

/** Makes a small video for tests: 160x90, one second, ten frames, a grey that brightens. */
export async function writeTestVideo(wanted: TestVideo): Promise<void> {
  registerMediabunnyServer({ hardwareContext: null })
  const { container = 'mp4', width = 160, height = 90, seconds = 1, framesPerSecond = 10, rotation = 0 } = wanted
  const target = new BufferTarget()
  const format =
    container === 'mp4'
      ? new Mp4OutputFormat({ fastStart: wanted.fastStart === false ? false : 'in-memory' })
      : container === 'webm'
        ? new WebMOutputFormat()
        : new MkvOutputFormat()
  const output = new Output({ format, target })
  const quality = new Quality('medium')
  const videoCodec = wanted.video === undefined ? 'avc' : wanted.video
  const audioCodec = wanted.audio === undefined ? 'aac' : wanted.audio
  const pictures = videoCodec && new VideoSampleSource({ codec: videoCodec, quality })
  const sound = audioCodec && new AudioSampleSource({ codec: audioCodec, quality })
  if (pictures) output.addVideoTrack(pictures, { rotation, frameRate: framesPerSecond })
  if (sound) output.addAudioTrack(sound)
  await output.start()
  const frames = seconds * framesPerSecond
  for (let frame = 0; pictures && frame < frames; frame++) {
    const timing = { timestamp: frame / framesPerSecond, duration: 1 / framesPerSecond }
    const init = { codedWidth: width, codedHeight: height, ...timing }
    using sample = wanted.colour
      ? new VideoSample(bt709Frame(width, height, wanted.colour), { format: 'I420', ...init })
      : new VideoSample(Buffer.alloc(width * height * 4, (255 * frame) / frames), { format: 'RGBA', ...init })
    await pictures.add(sample)
  }
  if (sound) {
    using wave = tone(seconds)
    await sound.add(wave)
  }
  await output.finalize()
  await writeFile(wanted.path, Buffer.from(target.buffer ?? new ArrayBuffer(0)))
}

/** Limited range, 4:2:0. Source: Rec. ITU-R BT.709-6, item 3. */
function bt709Frame(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const chroma = (difference: number, scale: number) => Math.round(128 + ((difference / scale) * 224) / 255)
  const quarter = Math.ceil(width / 2) * Math.ceil(height / 2)
  return Buffer.concat([
    Buffer.alloc(width * height, Math.round(16 + (luma * 219) / 255)),
    Buffer.alloc(quarter, chroma(blue - luma, 1.8556)),
    Buffer.alloc(quarter, chroma(red - luma, 1.5748)),
  ])
}

function tone(seconds: number): AudioSample {
  const sampleRate = 48_000
  const wave = Float32Array.from({ length: sampleRate * seconds }, (_, n) => 0.2 * Math.sin(n / 17))
  return new AudioSample({ data: wave, format: 'f32', numberOfChannels: 1, sampleRate, timestamp: 0 })
}

/** A valid PNG of any size whose pixels are all black: a 30000x30000 one is a few hundred kilobytes of zeros. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const lines = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 })
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
