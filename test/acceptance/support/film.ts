/** Whether a downloaded file is the film that was asked for, told from the file alone. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface WantedFilm {
  width: number
  height: number
  seconds: number
}

const execute = promisify(execFile)
const framesPerSecond = 30
const frameSeconds = 0.034
/** What frames are shrunk to before they are looked at. */
const small = { width: 32, height: 18 }
/**
 * Mean differences of grey, of 255. Over a film even the slow camera over one smooth reference image moves the picture
 * by 1.9 to 7 (13 seeds); encoding alone changes a still by 0.1.
 */
const flatBelow = 4
const stillBelow = 1

/**
 * Checks that a file is an H.264 High, yuv420p, 30 frames a second film with AAC 48 kHz stereo sound, of the size and
 * length wanted, its index in front, and with a picture that moves. Without ffprobe on the machine only the order of
 * the boxes is checked, unless RUSHES_REQUIRE_FFPROBE is set.
 */
export async function checkFilm(path: string, bytes: Buffer, wanted: WantedFilm): Promise<void> {
  const boxes = topLevelBoxes(bytes)
  assert.equal(boxes[0], 'ftyp')
  assert.ok(boxes.includes('moov') && boxes.indexOf('moov') < boxes.indexOf('mdat'), `boxes: ${boxes.join(' ')}`)
  if (!(await isInstalled('ffprobe'))) return
  await checkStreams(path, wanted)
  if (await isInstalled('ffmpeg')) await checkPictures(path)
}

/** The types of an MP4's boxes, in order. Source: ISO/IEC 14496-12, 4.2. */
function topLevelBoxes(bytes: Buffer): string[] {
  const types: string[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    types.push(bytes.toString('latin1', at + 4, at + 8))
    if (size === 0) break
    at += size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size
    assert.ok(at <= bytes.length, `the box ${types.at(-1)} ends behind the file`)
  }
  return types
}

async function isInstalled(tool: 'ffprobe' | 'ffmpeg'): Promise<boolean> {
  const found = await execute(tool, ['-version']).then(
    () => true,
    () => false,
  )
  assert.ok(found || process.env.RUSHES_REQUIRE_FFPROBE !== '1', `${tool} is not installed`)
  return found
}

interface Stream {
  codec_type: string
  [field: string]: unknown
}

async function checkStreams(path: string, { width, height, seconds }: WantedFilm): Promise<void> {
  const { stdout } = await execute('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', path])
  const { streams, format } = JSON.parse(stdout) as { streams: Stream[]; format: { duration: string } }
  const pick = (type: string, fields: string[]) =>
    streams.filter(({ codec_type }) => codec_type === type).map((stream) => fields.map((field) => stream[field]))
  assert.deepEqual(
    pick('video', ['codec_name', 'profile', 'pix_fmt', 'width', 'height', 'r_frame_rate', 'avg_frame_rate']),
    [['h264', 'High', 'yuv420p', width, height, `${framesPerSecond}/1`, `${framesPerSecond}/1`]],
  )
  assert.deepEqual(pick('audio', ['codec_name', 'sample_rate', 'channels']), [['aac', '48000', 2]])
  const lengths = [format.duration, ...streams.map(({ duration }) => duration)].map(Number)
  for (const length of lengths) assert.ok(Math.abs(length - seconds) <= frameSeconds, `${lengths} s for ${seconds} s`)
}

/** No picture is flat, the film comes to look different from its beginning, and it does not freeze on the way. */
async function checkPictures(path: string): Promise<void> {
  const filter = `fps=2,scale=${small.width}:${small.height}:flags=area,format=gray`
  const { stdout } = await execute('ffmpeg', ['-v', 'error', '-i', path, '-vf', filter, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
  })
  const size = small.width * small.height
  const frames = Array.from({ length: stdout.length / size }, (_, n) => stdout.subarray(n * size, (n + 1) * size))
  assert.ok(frames.length >= 4, `${frames.length} frames`)
  for (const [n, frame] of frames.entries()) assert.ok(spread(frame) > flatBelow, `the picture at ${n / 2} s is flat`)
  const [first = Buffer.alloc(0)] = frames
  const farthest = Math.max(...frames.map((frame) => difference(frame, first)))
  assert.ok(farthest > stillBelow, `the picture stands still: it never differs by more than ${farthest} of 255`)
  const frozen = frames.filter((frame, n) => n > 0 && frame.equals(frames[n - 1] ?? first)).length
  assert.ok(frozen < frames.length / 2, `${frozen} of ${frames.length} pictures are the one before`)
}

/** The standard deviation of a picture's pixels. */
function spread(frame: Buffer): number {
  const mean = frame.reduce((sum, value) => sum + value, 0) / frame.length
  return Math.sqrt(frame.reduce((sum, value) => sum + (value - mean) ** 2, 0) / frame.length)
}

const difference = (a: Buffer, b: Buffer): number =>
  a.reduce((sum, value, n) => sum + Math.abs(value - (b[n] ?? 0)), 0) / a.length
