import { Conversion, FilePathTarget, Mp4OutputFormat, Output, Quality, VideoSampleSink } from 'mediabunny'
import { MediaError } from '../protocol.ts'
import { openVideo } from './open-video.ts'

/** Shapes this close are cropped to fit; others get bars. A 1280x704 engine still fills 1280x720. */
const croppedShapeDifference = 0.05

/**
 * Makes an H.264 + AAC, yuv420p MP4 of the given size, its index at the end: what is encoded is written at once, and
 * moveIndexToFront does the rest. Streams that already fit are copied.
 * @throws MediaError
 */
export async function transcodeVideo(request: {
  input: string
  output: string
  width: number
  height: number
}): Promise<Record<string, never>> {
  const { input, track } = await openVideo(request.input)
  try {
    using first = await new VideoSampleSink(track).getSample(await track.getFirstTimestamp())
    if (!first) throw new MediaError('undecodable', 'has a video stream without frames')
    const ratio = await track.getPixelAspectRatio()
    const same = first.displayWidth === request.width && first.displayHeight === request.height
    const upright = first.rotation === 0 && !first.flip && ratio.num === ratio.den
    const fits = same && upright && first.format === 'I420'
    const shape = (first.displayWidth / first.displayHeight) * (request.height / request.width)
    const conversion = await Conversion.init({
      input,
      output: new Output({
        format: new Mp4OutputFormat({ fastStart: false }),
        target: new FilePathTarget(request.output),
      }),
      tracks: 'primary',
      video: {
        codec: 'avc',
        ...(fits ? {} : { width: request.width, height: request.height }),
        ...(fits ? {} : { fit: Math.abs(shape - 1) < croppedShapeDifference ? 'cover' : 'contain' }),
        forceTranscode: !fits,
        allowTransformationMetadata: false,
        quality: new Quality('high'),
        hardwareAcceleration: 'prefer-software',
      },
      audio: { codec: 'aac', quality: new Quality('high') },
      tags: {},
      showWarnings: false,
    })
    const lost = conversion.discardedTracks.find((discarded) => discarded.track === track)
    if (lost || !conversion.isValid) {
      throw new MediaError('undecodable', 'cannot be converted to H.264', lost?.reason)
    }
    await conversion.execute()
    return {}
  } finally {
    input.dispose()
  }
}
