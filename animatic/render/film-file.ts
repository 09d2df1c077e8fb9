/** Packets of pictures and sound become one MP4 file, its index at the front so that it plays while it loads. */
import { AV_LOG_ERROR, AVFMT_FLAG_BITEXACT } from 'node-av/constants'
import { Dictionary, FFmpegError, FormatContext, Log, Packet, Rational, type Stream } from 'node-av/lib'
import { openPictureEncoder } from './encode-pictures.ts'
import { openSoundEncoder, samplesPerSecond } from './encode-sound.ts'

export interface FilmFile {
  /** The whole sound at once, before or after the frames: two channels of 48 kHz samples in -1..1. */
  addSound(channels: readonly Float32Array[]): Promise<void>
  /** One frame of RGBA bytes, in order. Resolves when the encoder has taken it. */
  addFrame(pixels: Buffer): Promise<void>
  /** Writes what is left and closes the file. */
  finish(): Promise<void>
}

/** Opens an MP4 for H.264 pictures of `width` x `height` and AAC stereo. Nothing in it depends on the clock. */
export async function openFilmFile(
  path: string,
  width: number,
  height: number,
  framesPerSecond: number,
): Promise<FilmFile> {
  Log.setLevel(AV_LOG_ERROR)
  const packet = new Packet()
  packet.alloc()
  const pictures = await openPictureEncoder(width, height, framesPerSecond, packet)
  const sound = await openSoundEncoder(packet)
  const muxer = new FormatContext()
  FFmpegError.throwIfError(muxer.allocOutputContext2(null, 'mp4', path), 'open an MP4 muxer')
  muxer.setFlags(AVFMT_FLAG_BITEXACT)
  // The sound comes at once, when it is composed: the muxer shall wait and interleave, however long the film.
  muxer.maxInterleaveDelta = 0n
  const pictureStream = addStream(muxer, pictures.context.timeBase)
  FFmpegError.throwIfError(pictureStream.codecpar.fromContext(pictures.context), 'describe the pictures')
  pictureStream.avgFrameRate = new Rational(framesPerSecond, 1)
  const soundStream = addStream(muxer, new Rational(1, samplesPerSecond))
  FFmpegError.throwIfError(soundStream.codecpar.fromContext(sound.context), 'describe the sound')
  FFmpegError.throwIfError(await muxer.openOutput(), 'create the film file')
  const options = Dictionary.fromObject({ movflags: '+faststart' })
  FFmpegError.throwIfError(await muxer.writeHeader(options), 'write the film header')

  const write = (stream: Stream, timeBase: Rational) => async (ready: Packet) => {
    ready.streamIndex = stream.index
    ready.rescaleTs(timeBase, stream.timeBase)
    FFmpegError.throwIfError(await muxer.interleavedWriteFrame(ready), 'write to the film file')
  }
  const writePicture = write(pictureStream, pictures.context.timeBase)
  const writeSound = write(soundStream, new Rational(1, samplesPerSecond))
  let frameNumber = 0

  return {
    addSound: (channels) => sound.encode(channels, writeSound),
    addFrame: (pixels) => pictures.encode(pixels, frameNumber++, writePicture),
    async finish() {
      await pictures.flush(writePicture)
      FFmpegError.throwIfError(await muxer.writeTrailer(), 'finish the film file')
      await muxer.closeOutput()
      muxer.freeContext()
      pictures.close()
      sound.close()
      packet.free()
    },
  }
}

function addStream(muxer: FormatContext, timeBase: Rational): Stream {
  const stream = muxer.newStream()
  stream.timeBase = timeBase
  return stream
}
