/** Frames of RGBA pixels become H.264 packets. FFmpeg works on its own threads while the next frame is drawn. */
import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PIX_FMT_RGB0,
  AV_PIX_FMT_YUV420P,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_TRC_BT709,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  type AVPixelFormat,
  FF_ENCODER_LIBX264,
} from 'node-av/constants'
import { Codec, CodecContext, FFmpegError, Frame, type Packet, Rational, SoftwareScaleContext } from 'node-av/lib'
import { rateBudget, rateFactor } from './rate-budget.ts'

/**
 * Painted pictures move as flat shapes: half of what `veryfast` searches is never found, and is not searched here.
 * No B-frames: with them and macroblock trees, libx264's assembly reads memory it never wrote (seen by setting
 * MALLOC_PERTURB_), and the same film comes out in other bytes.
 */
const encoderParameters =
  'subme=1:trellis=0:b-adapt=0:rc-lookahead=5:ref=1:bframes=0:partitions=i4x4,i8x8:me=dia:weightp=0'
/** Fixed, for x264 makes other bytes with another number of threads. */
const encoderThreads = 2

export interface PictureEncoder {
  context: CodecContext
  /** Takes `width * height * 4` bytes of RGBA; hands out the packets that are ready. Await it before the next. */
  encode(pixels: Buffer, frameNumber: number, onPacket: (packet: Packet) => Promise<void>): Promise<void>
  flush(onPacket: (packet: Packet) => Promise<void>): Promise<void>
  close(): void
}

export async function openPictureEncoder(
  width: number,
  height: number,
  framesPerSecond: number,
  packet: Packet,
): Promise<PictureEncoder> {
  const context = await openContext(width, height, framesPerSecond)
  const scaler = new SoftwareScaleContext()
  scaler.allocContext()
  const painted = allocate(width, height, AV_PIX_FMT_RGB0)
  painted.colorRange = AVCOL_RANGE_JPEG
  painted.colorSpace = AVCOL_SPC_RGB
  const coded = allocate(width, height, AV_PIX_FMT_YUV420P)
  coded.colorRange = AVCOL_RANGE_MPEG
  coded.colorSpace = AVCOL_SPC_BT709
  const rows = painted.data?.[0]
  const stride = painted.linesize[0]
  if (!rows || !stride) throw new Error('FFmpeg gave no memory for a frame.')

  const keepToBudget = rateBudget(context, { width, height, framesPerSecond })

  const drain = async (onPacket: (packet: Packet) => Promise<void>) => {
    while (true) {
      const status = await context.receivePacket(packet)
      if (status === AVERROR_EAGAIN || status === AVERROR_EOF) return
      FFmpegError.throwIfError(status, 'receive a picture packet')
      packet.duration = 1n
      keepToBudget(packet.size)
      await onPacket(packet)
    }
  }

  return {
    context,
    async encode(pixels, frameNumber, onPacket) {
      copyRows(pixels, rows, width * 4, stride, height)
      FFmpegError.throwIfError(await scaler.scaleFrame(coded, painted), 'convert a frame')
      coded.pts = BigInt(frameNumber)
      coded.duration = 1n
      FFmpegError.throwIfError(await context.sendFrame(coded), 'encode a frame')
      await drain(onPacket)
    },
    async flush(onPacket) {
      FFmpegError.throwIfError(await context.sendFrame(null), 'end the pictures')
      await drain(onPacket)
    },
    close() {
      context.freeContext()
      scaler.freeContext()
      painted.free()
      coded.free()
    },
  }
}

async function openContext(width: number, height: number, framesPerSecond: number): Promise<CodecContext> {
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBX264)
  if (!codec) throw new Error('This build of FFmpeg has no libx264 encoder.')
  const context = new CodecContext()
  context.allocContext3(codec)
  context.width = width
  context.height = height
  context.pixelFormat = AV_PIX_FMT_YUV420P
  context.timeBase = new Rational(1, framesPerSecond)
  context.framerate = new Rational(framesPerSecond, 1)
  context.gopSize = framesPerSecond * 2
  context.threadCount = encoderThreads
  context.colorRange = AVCOL_RANGE_MPEG
  context.colorSpace = AVCOL_SPC_BT709
  context.colorPrimaries = AVCOL_PRI_BT709
  context.colorTrc = AVCOL_TRC_BT709
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT)
  context.setOption('preset', 'veryfast')
  context.setOption('profile', 'high')
  context.setOption('crf', String(rateFactor))
  context.setOption('x264-params', encoderParameters)
  FFmpegError.throwIfError(await context.open2(codec), 'open the picture encoder')
  return context
}

function allocate(width: number, height: number, format: AVPixelFormat): Frame {
  const frame = new Frame()
  frame.alloc()
  frame.width = width
  frame.height = height
  frame.format = format
  frame.allocBuffer()
  frame.colorPrimaries = AVCOL_PRI_BT709
  frame.colorTrc = AVCOL_TRC_BT709
  return frame
}

function copyRows(from: Buffer, to: Buffer, rowBytes: number, stride: number, rows: number): void {
  if (rowBytes === stride) {
    from.copy(to)
    return
  }
  for (let row = 0; row < rows; row++) from.copy(to, row * stride, row * rowBytes, (row + 1) * rowBytes)
}
