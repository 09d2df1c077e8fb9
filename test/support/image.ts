/**
 * The image of deploy/Dockerfile as folders of this machine: its instructions one by one, what they run as plain processes.
 * Each stage is a folder that stands for the root directory of a container.
 */
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const project = join(import.meta.dirname, '..', '..')
const installMilliseconds = 240_000

export interface Image {
  /** Where the image has its root directory. */
  root: string
  workDirectory: string
  environment: Record<string, string>
  entrypoint: string[]
  command: string[]
  healthCheck: string[]
  [Symbol.asyncDispose](): Promise<void>
}

type Instruction = readonly [name: string, text: string]
type Stage = Pick<Image, 'root' | 'workDirectory' | 'environment' | 'entrypoint' | 'command' | 'healthCheck'>

/** Builds the last stage, and those that it copies from. */
export async function buildImage(): Promise<Image> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-image-'))
  await chmod(directory, 0o755)
  const stages = new Map<string, Stage>()
  const ignored = await readIgnored()
  let stage = newStage(directory)
  for (const [name, text] of await instructions()) {
    if (name === 'FROM') {
      const title = / AS (\S+)$/.exec(text)?.[1] ?? 'last'
      stage = newStage(join(directory, title))
      stages.set(title, stage)
    } else {
      await follow(stage, name, text, { stages, ignored })
    }
  }
  const remove = () => rm(directory, { recursive: true, force: true })
  return { ...stage, [Symbol.asyncDispose]: remove }
}

const newStage = (root: string): Stage => ({
  root,
  workDirectory: root,
  environment: {},
  entrypoint: [],
  command: [],
  healthCheck: [],
})

async function instructions(): Promise<Instruction[]> {
  const text = await readFile(join(project, 'deploy', 'Dockerfile'), 'utf8')
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  return lines.filter(Boolean).map((line) => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), line.slice(space + 1)]
  })
}

async function follow(
  stage: Stage,
  name: string,
  text: string,
  { stages, ignored }: { stages: Map<string, Stage>; ignored: (path: string) => boolean },
): Promise<void> {
  const here = (path: string) => (path.startsWith('/') ? join(stage.root, path) : join(stage.workDirectory, path))
  switch (name) {
    case 'WORKDIR':
      stage.workDirectory = here(text)
      await mkdir(stage.workDirectory, { recursive: true })
      break
    case 'ENV':
      for (const pair of text.split(' ')) {
        const [key = '', value = ''] = pair.split('=')
        stage.environment[key] = value
      }
      break
    case 'COPY': {
      const words = text.split(' ')
      const from = words[0]?.startsWith('--from=') ? stages.get(words.shift()?.slice(7) ?? '') : undefined
      const target = words.pop() ?? ''
      for (const source of words) {
        const intoFolder = words.length > 1 || target.endsWith('/')
        const path = here(intoFolder ? join(target, basename(source)) : target)
        const origin = from ? join(from.root, source) : join(project, source)
        const filter = (file: string) => from !== undefined || !ignored(file)
        await cp(origin, path, { recursive: true, verbatimSymlinks: true, filter })
      }
      break
    }
    case 'RUN':
      await runCommand(stage, text)
      break
    case 'HEALTHCHECK':
      stage.healthCheck = JSON.parse(text.slice(text.indexOf('[')))
      break
    case 'ENTRYPOINT':
      stage.entrypoint = JSON.parse(text)
      break
    case 'CMD':
      stage.command = JSON.parse(text)
      break
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
      break
    default:
      throw new Error(`the instruction ${name} has no counterpart here`)
  }
}

/** `npm ci` of everything is what this project has installed, by the same lock file. */
async function runCommand({ root, workDirectory, environment }: Stage, text: string): Promise<void> {
  if (text.startsWith('npm ci') && !text.includes('--omit=dev')) {
    await symlink(join(project, 'node_modules'), join(workDirectory, 'node_modules'))
  } else if (text.startsWith('mkdir /data')) {
    await mkdir(join(root, 'data'))
  } else {
    const env = { ...process.env, npm_config_prefer_offline: 'true', ...environment }
    await run('sh', ['-c', text], { cwd: workDirectory, env, timeout: installMilliseconds })
  }
}

/** What .dockerignore names: a path below the project, or a pattern of names in any folder of it. */
async function readIgnored(): Promise<(path: string) => boolean> {
  const lines = (await readFile(join(project, '.dockerignore'), 'utf8')).split('\n').filter(Boolean)
  const anywhere = lines.filter((line) => line.startsWith('**/')).map((line) => line.slice(3))
  const fromRoot = new Set(lines.map((line) => join(project, line)))
  const matches = (name: string) => (pattern: string) =>
    pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern
  return (path) => fromRoot.has(path) || anywhere.some(matches(basename(path)))
}
