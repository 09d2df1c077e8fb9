import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readPrompt } from '@rushes/animatic'
import { type Command, InvalidArgumentError } from 'commander'
import { durationsV2, parseCreateVideo } from '../contract/sora/create-video.ts'
import { download, makeVideo } from './make-video.ts'
import { createProgressBar } from './progress-bar.ts'
import { type ServerChoice, serverFor } from './server-for.ts'

interface GenerateOptions extends ServerChoice {
  model?: string
  duration?: number
  size?: string
  orientation?: string
  image: string[]
  character?: string
  characterStart?: number
  characterEnd?: number
  seed?: number
  output: string
  plan?: boolean
}

const keyLifeMilliseconds = 3_600_000

/** rushes generate: one video from the command line. */
export function addGenerate(program: Command): void {
  program
    .command('generate <prompt>')
    .description('make one video; uses the server that runs here, or starts one for the time it takes')
    .option('--model <name>', 'sora-2 or sora-2-pro')
    .option('--duration <seconds>', '10, 15 or 25; with a size in pixels 4, 8 or 12', toNumber)
    .option('--size <size>', 'small or large; or pixels, such as 1280x720')
    .option('--orientation <way>', 'landscape, portrait or square')
    .option('--image <path or url>', 'a reference image; may be given several times', collect, [])
    .option('--character <url>', 'a video of a character')
    .option('--character-start <seconds>', 'where the character appears in it', toNumber)
    .option('--character-end <seconds>', 'one to three seconds later', toNumber)
    .option('--seed <number>', 'same seed, same video', toNumber)
    .option('-o, --output <file>', 'where the video is saved', 'video.mp4')
    .option('--server <url>', 'a server elsewhere (or RUSHES_URL)')
    .option('--key <key>', 'its key (or RUSHES_API_KEY)')
    .option('--plan', 'print the shots that the built-in engine would draw, as JSON, and make no video')
    .action(generateVideo)
}

async function generateVideo(prompt: string, options: GenerateOptions): Promise<void> {
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort(new Error('interrupted')))
  const body = await requestBody(prompt, options)
  if (options.plan) {
    const { seconds } = parseCreateVideo(body).request
    process.stdout.write(`${JSON.stringify(readPrompt(prompt, seconds), null, 2)}\n`)
    return
  }
  const path = resolve(options.output)
  await checkOutput(path, options.output)
  await using server = await serverFor(options, { keyName: 'rushes generate', keyLifeMilliseconds })
  const bar = createProgressBar(process.stderr)
  try {
    const video = await makeVideo(server, body, bar.show, interrupted.signal)
    await download(video.videoUrl, path, interrupted.signal)
  } finally {
    bar.done()
  }
  process.stdout.write(`${path}\n`)
}

/** Says that a film could not be saved before it is made, not after. */
async function checkOutput(path: string, asGiven: string): Promise<void> {
  try {
    if ((await stat(dirname(path))).isDirectory()) await access(dirname(path), constants.W_OK)
    else throw new Error('its folder is not a folder')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const reason =
      code === 'ENOENT' ? 'there is no such folder' : code === 'EACCES' ? 'its folder cannot be written to' : message
    throw new Error(`--output is ${asGiven}; ${reason}.`, { cause })
  }
}

async function requestBody(prompt: string, options: GenerateOptions): Promise<object> {
  const { model, duration, size, orientation, seed } = options
  const inPixels = /^\d+x\d+$/.test(size ?? '')
  const version =
    inPixels || (size === undefined && durationsV2.some((seconds) => seconds === duration)) ? '2.0' : '1.0'
  return {
    version,
    prompt,
    model,
    duration,
    size,
    orientation,
    seed,
    image_urls: await Promise.all(options.image.map(readImage)),
    character_url: options.character,
    character_start: options.characterStart,
    character_end: options.characterEnd,
  }
}

/** A URL as it stands, a file as a data URL; the server looks at what is in it. */
async function readImage(pathOrUrl: string): Promise<string> {
  if (/^(https?|data):/i.test(pathOrUrl)) return pathOrUrl
  const bytes = await readFile(pathOrUrl).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'there is no such file' : cause.message
    throw new Error(`--image is ${pathOrUrl}; ${reason}.`, { cause })
  })
  return `data:application/octet-stream;base64,${bytes.toString('base64')}`
}

const collect = (value: string, earlier: string[]): string[] => [...earlier, value]

function toNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It is not a number.')
  return value
}
