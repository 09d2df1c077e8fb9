import { stat } from 'node:fs/promises'
import { type Input, type InputVideoTrack, VideoSampleSink } from 'mediabunny'
import { MediaError, type VideoProbe } from '../protocol.ts'
import { readTopLevelBoxes } from './mp4-boxes.ts'
import { openVideo } from './open-video.ts'

const containers: Record<string, string> = {
  MP4: 'mp4',
  'QuickTime File Format': 'mov',
  WebM: 'webm',
  Matroska: 'mkv',
  'MPEG Transport Stream': 'ts',
}

/**
 * Reads what a video is and proves it by decoding its first frame and those at `decodeAt`.
 * @param request.decodeAt seconds
 * @throws MediaError
 */
export async function probeVideo(request: { input: string; decodeAt: number[] }): Promise<VideoProbe> {
  const { input, track } = await openVideo(request.input)
  try {
    const container = await containerOf(input)
    const isMp4 = container === 'mp4' || container === 'mov'
    const { boxes, cutOff } = isMp4 ? await readTopLevelBoxes(request.input) : { boxes: [], cutOff: false }
    const types = boxes.map(({ type }) => type)
    if (cutOff) throw new MediaError('undecodable', 'is a video that is cut off')
    const format = await decodeFrames(track, request.decodeAt)
    const audio = await input.getPrimaryAudioTrack()
    const frameRate = await track.computeFrameRateMetrics()
    const trackCount = (await input.getTracks()).length
    const rational = await track.getPixelAspectRatio()
    const upright = (await track.getRotation()) === 0 && !(await track.getFlip()) && rational.num === rational.den
    return {
      path: request.input,
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      seconds: round(await track.computeDuration()),
      framesPerSecond: round(frameRate.bestGuessFrameRate),
      videoCodec: await track.getCodec(),
      audioCodec: (await audio?.getCodec()) ?? null,
      container,
      fastStart: types.includes('moov') && types.indexOf('moov') < types.indexOf('mdat'),
      bytes: (await stat(request.input)).size,
      plain: upright && format === 'I420' && trackCount === (audio ? 2 : 1) && !types.includes('moof'),
    }
  } finally {
    input.dispose()
  }
}

/** @returns the pixel format of the first frame, as WebCodecs names it: I420 is yuv420p */
async function decodeFrames(track: InputVideoTrack, seconds: number[]): Promise<string | null> {
  const sink = new VideoSampleSink(track)
  const first = await track.getFirstTimestamp()
  let format: string | null = null
  for (const [index, time] of [first, ...seconds].entries()) {
    using frame = await sink.getSample(Math.max(time, first)).catch((error: unknown) => {
      throw new MediaError('undecodable', 'has a video stream that is damaged', error)
    })
    if (!frame) throw new MediaError('undecodable', 'has a video stream without frames')
    if (index === 0) format = frame.format
  }
  return format
}

async function containerOf(input: Input): Promise<string> {
  const { name } = await input.getFormat()
  return containers[name] ?? name.toLowerCase()
}

/** To a thousandth, so that 0.1 + 0.2 stays 0.3. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
