import { createHash, type Hash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { invalidField } from '../../contract/field-errors.ts'
import { nestFields } from '../../contract/openai/form-fields.ts'
import { RushesError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'
import { refuseLargeForm, saveUpload, type UploadLimit } from '../save-upload.ts'
import { explainForm } from '../unreadable-form.ts'

/** Enough for the longest prompt; larger values come as files. */
const fieldBytes = 1_000_000
const maxFields = 100
const maxFiles = 4
const maxNameCharacters = 200

export const formLimits = { fieldSize: fieldBytes, fields: maxFields, files: maxFiles }

/** A call as it was sent; disposing of it removes its file. */
export interface SentBody extends AsyncDisposable {
  fields: Record<string, unknown>
  file?: {
    path: string
    /** What the task's record shows of it; the digest also tells two bodies apart. */
    facts: { filename: string; bytes: number; sha256: string }
  }
}

/**
 * Reads JSON or a form. The file of a form is streamed to disk. Throws `content_too_large` as soon as it is known,
 * `invalid_parameters` for what is neither.
 */
export async function readBody(
  context: ApiContext,
  request: FastifyRequest,
  fileField: UploadLimit,
  signal: AbortSignal,
): Promise<SentBody> {
  if (!request.isMultipart()) {
    const fields = (request.body ?? undefined) as Record<string, unknown>
    return { fields, async [Symbol.asyncDispose]() {} }
  }
  refuseLargeForm(request, fileField.maxBytes + 2 * fieldBytes)
  const directory = join(context.dispatch.workDirectory, newId())
  const remove = () => rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  try {
    const fields: [string, unknown][] = []
    let file: SentBody['file']
    for await (const part of request.parts({ limits: { ...formLimits, fileSize: fileField.maxBytes } })) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) {
          throw new RushesError('content_too_large', `A field is larger than the ${fieldBytes} bytes allowed.`)
        }
        fields.push([part.fieldname, part.value])
      } else if (part.fieldname === fileField.name) {
        if (file) throw invalidField(fileField.name, 'more than one file', 'one file')
        file = await saveFile(part, join(directory, 'sent'), fileField, signal)
      } else {
        part.file.resume()
      }
    }
    return { fields: nestFields(fields), ...(file && { file }), [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw explainForm(error, signal)
  }
}

async function saveFile(
  part: MultipartFile,
  path: string,
  limit: UploadLimit,
  signal: AbortSignal,
): Promise<NonNullable<SentBody['file']>> {
  const hash = createHash('sha256')
  const count = { bytes: 0 }
  await saveUpload(part.file, path, limit, signal, [measure(hash, count)])
  const filename = part.filename.toWellFormed().replaceAll('\0', '').slice(0, maxNameCharacters)
  return { path, facts: { filename, bytes: count.bytes, sha256: hash.digest('hex') } }
}

const measure = (hash: Hash, count: { bytes: number }): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      count.bytes += chunk.length
      done(null, chunk)
    },
  })
