import type { VideoSample } from 'mediabunny'
import type { Matrix3x3 } from 'sharp'

/**
 * FFmpeg's scaler turns YUV into RGB by BT.601 unless told otherwise, and mediabunny does not tell it; nearly all
 * video is BT.709. This matrix takes such a wrong RGB to the right one: BT.601's forward transform (Kr 0.299,
 * Kb 0.114) followed by BT.709's inverse (Kr 0.2126, Kb 0.0722), on gamma-encoded values. Without it, green
 * (64, 160, 64) shows as (71, 173, 64).
 */
export const bt709FromBt601: Matrix3x3 = [
  [1.0864, -0.0724, -0.014],
  [0.0965, 0.8451, 0.0584],
  [-0.0141, -0.0277, 1.0418],
]

/** Whether a frame is BT.709: it says so, or says nothing and is HD, as players take it. */
export function isBt709(sample: VideoSample): boolean {
  const { matrix } = sample.colorSpace
  return matrix === 'bt709' || (matrix === null && Math.min(sample.codedWidth, sample.codedHeight) >= 720)
}
