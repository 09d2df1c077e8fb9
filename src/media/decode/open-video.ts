import { registerMediabunnyServer } from '@mediabunny/server'
import { FilePathSource, Input, type InputVideoTrack, MATROSKA, MP4, MPEG_TS, QTFF, WEBM } from 'mediabunny'
import { MediaError } from '../protocol.ts'

// No hardware: probing for it takes time, writes to stderr, and a driver is a large thing to feed foreign bytes.
registerMediabunnyServer({ hardwareContext: null })

/** Files only. mediabunny reads HLS too, whose playlists name other files and hosts to read. */
const formats = [MP4, QTFF, WEBM, MATROSKA, MPEG_TS]

/** More than 8K in either orientation: a frame of it takes 50 MB and more. */
const maxFramePixels = 8192 * 4608

/**
 * Opens a video file; dispose of the input when done.
 * @throws MediaError not_media, no_video, undecodable, too_many_pixels
 */
export async function openVideo(path: string): Promise<{ input: Input; track: InputVideoTrack }> {
  const input = new Input({ source: new FilePathSource(path), formats })
  try {
    // A file of a few bytes makes canRead itself fail.
    if (!(await input.canRead().catch(() => false))) throw new MediaError('not_media', 'is not a video')
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new MediaError('no_video', 'has no video stream')
    const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()]
    if (width * height > maxFramePixels) {
      throw new MediaError('too_many_pixels', `is a video of ${width}x${height} pixels`)
    }
    if (!(await track.canDecode())) {
      const codec = (await track.getCodec()) ?? 'unknown'
      throw new MediaError('undecodable', `has a video stream in a codec that cannot be decoded (${codec})`)
    }
    return { input, track }
  } catch (error) {
    input.dispose()
    throw error
  }
}
