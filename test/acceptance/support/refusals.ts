/** What a refused request looks like, and what it must leave behind: nothing. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Home, Server } from './rushes.ts'

const statuses = { token_mismatched: 400, api_not_implemented: 400, content_too_large: 413 }
const maxMessageCharacters = 1000

export type RefusalCode = keyof typeof statuses

/** Checks that an answer is the error envelope with that code, its message fitting a pattern and of readable length. */
export function checkRefused(answer: Answer, code: RefusalCode, message: RegExp): void {
  const told = answer.text.slice(0, 500)
  assert.equal(answer.status, statuses[code], told)
  const body = answer.json as { success: boolean; error: { code: string; message: string }; trace_id: string }
  assert.deepEqual(Object.keys(body), ['success', 'error', 'trace_id'])
  assert.deepEqual([body.success, body.error.code], [false, code], told)
  assert.match(body.error.message, message)
  assert.ok(body.error.message.length <= maxMessageCharacters, `${body.error.message.length} characters of message`)
  assert.equal(answer.headers.get('x-trace-id'), body.trace_id)
}

/** Checks that there is no task, and no file in the data directory that belongs to one. */
export async function checkNothingLeft(server: Server, home: Home): Promise<void> {
  const { json } = await server.post('/sora/tasks', { action: 'retrieve_batch' })
  assert.deepEqual(json, { items: [], count: 0 })
  const kept = await readdir(join(home.directory, 'files'), { recursive: true })
  assert.deepEqual(
    kept.filter((name) => name !== '.incoming' && name !== 'tasks'),
    [],
  )
  assert.deepEqual(await readdir(join(home.directory, 'work')), [])
}
