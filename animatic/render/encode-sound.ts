/** Two channels of samples become AAC packets. */
import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_AAC,
} from 'node-av/constants'
import { Codec, CodecContext, FFmpegError, Frame, type Packet, Rational } from 'node-av/lib'

const bitsPerSecond = 160_000n

export const samplesPerSecond = 48_000

export interface SoundEncoder {
  context: CodecContext
  /** Takes the whole sound: left and right, in -1..1, 48 kHz. Mono is put on both sides. */
  encode(channels: readonly Float32Array[], onPacket: (packet: Packet) => Promise<void>): Promise<void>
  close(): void
}

export async function openSoundEncoder(packet: Packet): Promise<SoundEncoder> {
  const context = await openContext()
  return {
    context,
    async encode(channels, onPacket) {
      const left = channels[0] ?? new Float32Array(0)
      const right = channels[1] ?? left
      const drain = async () => {
        while (true) {
          const status = await context.receivePacket(packet)
          if (status === AVERROR_EAGAIN || status === AVERROR_EOF) return
          FFmpegError.throwIfError(status, 'receive a sound packet')
          await onPacket(packet)
        }
      }
      for (let start = 0; start < left.length; start += context.frameSize) {
        const end = Math.min(start + context.frameSize, left.length)
        const frame = soundFrame(left.subarray(start, end), right.subarray(start, end), start)
        FFmpegError.throwIfError(await context.sendFrame(frame), 'encode sound')
        frame.free()
        await drain()
      }
      FFmpegError.throwIfError(await context.sendFrame(null), 'end the sound')
      await drain()
    },
    close: () => context.freeContext(),
  }
}

async function openContext(): Promise<CodecContext> {
  const codec = Codec.findEncoderByName(FF_ENCODER_AAC)
  if (!codec) throw new Error('This build of FFmpeg has no AAC encoder.')
  const context = new CodecContext()
  context.allocContext3(codec)
  context.sampleRate = samplesPerSecond
  context.channelLayout = AV_CHANNEL_LAYOUT_STEREO
  context.sampleFormat = AV_SAMPLE_FMT_FLTP
  context.timeBase = new Rational(1, samplesPerSecond)
  context.bitRate = bitsPerSecond
  context.threadCount = 1
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT)
  FFmpegError.throwIfError(await context.open2(codec), 'open the sound encoder')
  return context
}

function soundFrame(left: Float32Array, right: Float32Array, firstSample: number): Frame {
  const frame = new Frame()
  frame.alloc()
  frame.format = AV_SAMPLE_FMT_FLTP
  frame.sampleRate = samplesPerSecond
  frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO
  frame.nbSamples = left.length
  frame.allocBuffer()
  frame.pts = BigInt(firstSample)
  frame.duration = BigInt(left.length)
  const planes = frame.data
  for (const [index, side] of [left, right].entries()) {
    planes?.[index]?.set(new Uint8Array(side.buffer, side.byteOffset, side.byteLength))
  }
  return frame
}
