/**
 * What a prompt tells the scripted engine to do. Directives stand in brackets anywhere in the prompt:
 *
 * - `[slow 5s]` the video takes that long; `[queue 2s]` it waits first; `[start 1s]` the start itself takes that long.
 * - `[fail]`, `[fail: a sentence]` it fails, with that sentence; `[forbid: a sentence]` as a content policy would.
 * - `[refuse: a sentence]` the start is refused.
 * - `[stall]` it never ends. `[lose]` the engine forgets the job once.
 * - `[garbage]` the result is no video. `[link http://…]` the result is what is behind that link.
 */
export interface Script {
  startSeconds: number
  queueSeconds: number
  workSeconds: number
  end: 'video' | 'garbage' | 'failure' | 'forbidden' | 'refusal' | 'never'
  message: string
  link: string
  loses: boolean
}

const directive = /\[\s*(slow|start|queue|link|fail|forbid|refuse|stall|lose|garbage)\b\s*:?\s*([^\]]{0,500})\]/gi

const withoutDirectives: Script = {
  startSeconds: 0,
  queueSeconds: 0,
  workSeconds: 0,
  end: 'video',
  message: '',
  link: '',
  loses: false,
}

/** Reads the directives of a prompt, over `defaults`. Without any it answers at once with a video. */
export function readScript(prompt: string, defaults: Partial<Script> = {}): Script {
  const script: Script = { ...withoutDirectives, ...defaults }
  for (const [, name = '', argument = ''] of prompt.matchAll(directive)) {
    switch (name.toLowerCase()) {
      case 'slow':
        script.workSeconds = secondsOf(argument)
        break
      case 'start':
        script.startSeconds = secondsOf(argument)
        break
      case 'link':
        script.link = argument.trim()
        break
      case 'queue':
        script.queueSeconds = secondsOf(argument)
        break
      case 'fail':
        script.end = 'failure'
        script.message = argument
        break
      case 'forbid':
        script.end = 'forbidden'
        script.message = argument
        break
      case 'refuse':
        script.end = 'refusal'
        script.message = argument
        break
      case 'stall':
        script.end = 'never'
        break
      case 'garbage':
        script.end = 'garbage'
        break
      case 'lose':
        script.loses = true
        break
    }
  }
  return script
}

function secondsOf(argument: string): number {
  const [, amount = '0', unit = 's'] = /^([\d.]+)\s*(ms|s|m)?/i.exec(argument.trim()) ?? []
  const factor = { ms: 0.001, s: 1, m: 60 }[unit.toLowerCase()] ?? 1
  return Math.min(Number(amount) * factor || 0, 86_400)
}
