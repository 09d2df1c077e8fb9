import { RushesError } from '../errors.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { formatBytes } from '../net/limit-body.ts'
import { downloadFile } from './download.ts'
import { explainReference } from './explain.ts'
import type { VideoFacts } from './facts.ts'
import type { MediaLimits } from './limits.ts'
import type { MediaPool } from './media-pool.ts'
import { sniffFile } from './sniff.ts'
import { writeWhole } from './temporary.ts'
import { toFacts } from './video-facts.ts'

const decodeSeconds = 60

/** One reference video; see Media.fetchClip. */
export async function fetchClip(
  tools: { guardedFetch: GuardedFetch; pool: MediaPool; limits: MediaLimits },
  source: string,
  destinationPath: string,
  range: { startSeconds: number; endSeconds: number },
  field: string,
  signal: AbortSignal,
): Promise<VideoFacts> {
  const { guardedFetch, pool, limits } = tools
  const allowed =
    `an http(s) URL of an MP4, MOV, WebM, MKV or MPEG-TS video of at most ${formatBytes(limits.videoBytes)} ` +
    'is expected'
  return writeWhole(destinationPath, async (path) => {
    try {
      const budget = { maxBytes: limits.videoBytes, totalSeconds: limits.referenceSeconds }
      await downloadFile(guardedFetch, { url: source.trim() }, path, budget, signal)
      const decodeAt = [range.startSeconds, range.endSeconds]
      const probe = await pool.run({ kind: 'probe', input: path, decodeAt }, decodeSeconds, signal)
      if (range.endSeconds > probe.seconds + lengthSlack(probe)) {
        throw new RushesError(
          'invalid_parameters',
          `${field} is ${probe.seconds} s long, which ends before the ${range.endSeconds} s asked for; ` +
            'choose a range inside the video.',
        )
      }
      return toFacts(probe, destinationPath)
    } catch (error) {
      throw await explainReference(error, { field, allowed, sniff: () => sniffFile(path) })
    }
  })
}

/** A video called 3 s long is often a frame or so shorter. */
function lengthSlack(probe: VideoFacts): number {
  return Math.max(0.1, probe.framesPerSecond > 0 ? 1.5 / probe.framesPerSecond : 0)
}
