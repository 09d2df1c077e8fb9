/** The examples of the integration guide, run as the programs they are. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { run } from './child.ts'

const document = readFileSync(join(import.meta.dirname, '..', 'guide-examples.md'), 'utf8')
const { PATH = '', HOME = '' } = process.env

/** Where the examples send their requests, with which key, and where their reference files are. */
export interface Setting {
  server: string
  token: string
  files: string
}

/** Runs the example that stands under a heading of guide-examples.md and returns the JSON value it prints. */
export async function runExample(heading: string, setting: Setting): Promise<unknown> {
  const { language, code } = findExample(heading)
  const filled = code.replaceAll(/\{(server|token|files)\}/g, (_, name: keyof Setting) => setting[name])
  const { stdout, stderr, code: exitCode } = await runProgram(language, filled)
  assert.equal(exitCode, 0, stderr)
  // console.log prints an object as a JavaScript literal.
  return language === 'javascript' ? JSON.parse(JSON.stringify(runInNewContext(`(${stdout})`))) : JSON.parse(stdout)
}

function findExample(heading: string): { language: string; code: string } {
  const section = document.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))
  const [, language = '', code = ''] = /^```(\w+)\n(.*?)^```$/ms.exec(section ?? '') ?? []
  assert.ok(code, `guide-examples.md has no example ${heading}`)
  return { language, code }
}

/** Runs code of one of the documents' languages, by the name its fence has. */
export async function runProgram(language: string, code: string) {
  const env = { PATH, HOME }
  if (language === 'bash' || language === 'sh') return run('bash', ['-c', code], env)
  if (language === 'javascript' || language === 'js')
    return run(process.execPath, ['--input-type=module', '-e', code], env)
  assert.equal(language, 'python')
  return run('python3', ['-c', code], { ...env, ...(await pythonPath()) })
}

/** Holds a module with what the examples use of the package `requests`, for machines that have Python without it. */
const standIn = join(import.meta.dirname, 'requests-stand-in')

async function pythonPath(): Promise<NodeJS.ProcessEnv> {
  const imported = await run('python3', ['-c', 'import requests'], { PATH, HOME })
  return imported.code === 0 ? {} : { PYTHONPATH: standIn }
}
