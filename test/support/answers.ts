/** Holds every answer that the tests see to the documented schemas. */
import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { managementAnswers, managementOperations } from '../../src/contract/management/operations.ts'
import {
  acknowledgement,
  cancelledTask,
  deletedTask,
  failure,
  progressLine,
  success,
  taskBatch,
  taskRecord,
} from '../../src/contract/sora/answers.ts'

/** Additional keys are as wrong in an answer as missing ones. */
const exact = (schema: z.ZodObject): z.ZodType => schema.strict()

const answers: Record<string, z.ZodType> = {
  '/sora/videos': z.union([success, acknowledgement].map(exact)),
  '/sora/tasks': z.union([taskRecord, taskBatch, cancelledTask, deletedTask, z.object({})].map(exact)),
}

/** Asserts that an answer of a Sora endpoint is one of those its documentation has. */
export function assertFits(path: string, answer: LightMyRequestResponse): void {
  const schema = answers[path]
  if (!schema) return
  assert.equal(typeof answer.headers['x-trace-id'], 'string', 'an answer without x-trace-id')
  const lines = String(answer.headers['content-type']).includes('ndjson')
  const bodies = lines
    ? answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    : [answer.json()]
  const last = bodies.pop()
  for (const line of bodies) assertParses(exact(progressLine), line)
  assertParses(answer.statusCode === 200 && !isFailure(last) ? schema : exact(failure), last)
}

/** Asserts that a successful answer of the management API is the one that its documentation has. */
export function assertFitsOperation(method: string, url: string, answer: LightMyRequestResponse): void {
  if (answer.statusCode !== 200) return
  const path = url.split('?')[0] ?? ''
  const operation = managementOperations.find(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/\{\w+\}/, '[^/]+')}$`).test(path),
  )
  if (!operation || operation.answer.includes('/')) return
  assertParses(exact(managementAnswers[operation.answer as keyof typeof managementAnswers]), answer.json())
}

const isFailure = (body: unknown): boolean => (body as { success?: boolean }).success === false

function assertParses(schema: z.ZodType, body: unknown): void {
  const result = schema.safeParse(body)
  assert.ok(result.success, `an answer that is not documented: ${JSON.stringify(body)}\n${result.error}`)
}
