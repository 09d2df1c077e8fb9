export interface MediaLimits {
  /** Default 25 MB. */
  imageBytes: number
  /** Default 200 MB. */
  videoBytes: number
  /** What the host of a reference has to send it whole, in seconds. Default 60. */
  referenceSeconds: number
  /** An engine's result. Default 1 GB. */
  resultBytes: number
  /** Default 50 megapixels. */
  imagePixels: number
  /** Default 16,384 pixels. */
  imageSide: number
  /** Files decoded at once, each in a process of its own. Default 2. */
  processes: number
  /** What one of these processes may hold. Default 2 GB. */
  processMemoryBytes: number
}

const megabyte = 1024 * 1024
export const defaultLimits: MediaLimits = {
  imageBytes: 25 * megabyte,
  videoBytes: 200 * megabyte,
  referenceSeconds: 60,
  resultBytes: 1024 * megabyte,
  imagePixels: 50_000_000,
  imageSide: 16_384,
  processes: 2,
  processMemoryBytes: 2048 * megabyte,
}
