import { durationsV2, orientations, pixelsV1, sizesV1, sizesV2 } from '../../contract/sora/create-video.ts'
import { type Job, NotAccepted } from '../engine.ts'

/** Which version of the API has this length and size, and in which words. The two versions share no duration. */
export function shapeOf({ seconds, width, height }: Pick<Job, 'seconds' | 'width' | 'height'>): {
  version: string
  duration: number
  size: string
  orientation?: string
} {
  const pixels = `${width}x${height}`
  if (durationsV2.some((one) => one === seconds) && sizesV2.some((one) => one === pixels)) {
    return { version: '2.0', duration: seconds, size: pixels }
  }
  for (const size of sizesV1) {
    for (const orientation of orientations) {
      if (pixelsV1[size][orientation].join('x') === pixels)
        return { version: '1.0', duration: seconds, size, orientation }
    }
  }
  throw new NotAccepted('job', `The engine’s API has no films of ${seconds} seconds in ${pixels}.`)
}
