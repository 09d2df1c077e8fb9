export interface ImageFacts {
  /** Where the clean image was written. */
  path: string
  /** Pixels, after the EXIF orientation was applied. */
  width: number
  height: number
  contentType: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: number
}

export interface VideoFacts {
  path: string
  /** Pixels as displayed, after rotation and pixel aspect ratio. */
  width: number
  height: number
  /** Length of the pictures, whose sound may end a fraction of a second later. */
  seconds: number
  framesPerSecond: number
  /** As mediabunny names it: avc, hevc, vp8, vp9, av1, prores; null when unknown. */
  videoCodec: string | null
  /** aac, opus, mp3, ...; null when there is no sound. */
  audioCodec: string | null
  /** mp4, mov, webm, mkv, ... */
  container: string
  /** An MP4 whose index stands before its data, so that it plays while it loads. */
  fastStart: boolean
  bytes: number
}

export interface ImageResult {
  path: string
  width: number
  height: number
  bytes: number
}
