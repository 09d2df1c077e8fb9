import type { VideoFacts } from './facts.ts'
import type { VideoProbe } from './protocol.ts'

/** A probe as callers see it, under the name the file ends up with. */
export function toFacts(probe: VideoProbe, path: string): VideoFacts {
  const { plain: _plain, ...facts } = probe
  return { ...facts, path }
}

/** Whether a video may be handed out as it is: H.264 and AAC in a fast-start MP4 of exactly this size. */
export function isDeliverable(probe: VideoProbe, target: { width: number; height: number }): boolean {
  return (
    probe.plain &&
    probe.container === 'mp4' &&
    probe.fastStart &&
    probe.videoCodec === 'avc' &&
    (probe.audioCodec === null || probe.audioCodec === 'aac') &&
    probe.width === target.width &&
    probe.height === target.height
  )
}
