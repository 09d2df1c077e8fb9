/** /api/v1/files: images and videos of one's own, to be used as references. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { present } from '../../contract/management/common.ts'
import type { uploadedFile } from '../../contract/management/files.ts'
import { findUpload, listUploads, type UploadRow } from '../../db/uploads.ts'
import { deleteUpload, keepUpload } from '../../dispatch/uploads.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import type { ApiContext } from '../api-context.ts'
import { callerOf, requireCaller } from '../caller.ts'
import { refuseLargeForm, saveUpload } from '../save-upload.ts'
import { explainForm } from '../unreadable-form.ts'
import { toSeconds } from './present.ts'

const maxNameCharacters = 200
const multipartOverheadBytes = 100_000

export async function registerUploads(app: FastifyInstance, context: ApiContext): Promise<void> {
  const { dispatch, stopping, uploadLimits, acceptSeconds } = context
  const { root } = dispatch.db
  const onRequest = requireCaller(context)

  await app.register(async (uploads) => {
    await uploads.register(multipart, { limits: { files: 1, fields: 5, fileSize: uploadLimits.videoBytes } })
    const bodyLimit = uploadLimits.videoBytes + multipartOverheadBytes
    uploads.post('/api/v1/files', { onRequest, bodyLimit }, async (request) => {
      refuseLargeForm(request, bodyLimit)
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(acceptSeconds * 1000)])
      const file = await readFile(request, signal)
      const upload = {
        accountId: callerOf(request).accountId,
        name: nameOf(file.filename),
        save: (path: string, aborted: AbortSignal) =>
          saveUpload(file.file, path, { name: 'file', maxBytes: uploadLimits.videoBytes }, aborted).catch((cause) => {
            throw explainForm(cause, aborted)
          }),
      }
      return presentUpload(await keepUpload(dispatch, upload, uploadLimits, signal))
    })
  })

  app.get('/api/v1/files', { onRequest }, async (request) =>
    present((await listUploads(root, callerOf(request).accountId)).map(presentUpload)),
  )

  app.delete<{ Params: { id: string } }>('/api/v1/files/:id', { onRequest }, async (request) => {
    const { id } = request.params
    const row = isUuid(id) ? await findUpload(root, callerOf(request).accountId, id) : undefined
    return { id, deleted: row !== undefined && (await deleteUpload(dispatch, row, stopping)) }
  })

  function presentUpload(row: UploadRow): z.infer<typeof uploadedFile> {
    return {
      id: row.id,
      kind: row.kind,
      url: dispatch.links.sign(row.key, row.expires_at),
      content_type: row.content_type,
      bytes: row.bytes,
      width: row.width,
      height: row.height,
      duration: row.seconds,
      name: row.name,
      created_at: toSeconds(row.created_at),
      expires_at: toSeconds(row.expires_at),
    }
  }
}

async function readFile(request: FastifyRequest, signal: AbortSignal) {
  if (!request.isMultipart()) {
    throw new RushesError('invalid_parameters', 'The content-type is not supported; allowed: multipart/form-data.')
  }
  const file = await request.file().catch((cause: Error) => {
    throw explainForm(cause, signal)
  })
  if (file) return file
  throw new RushesError('invalid_parameters', 'file is missing; allowed: multipart/form-data with one file.')
}

/** A part that is a file by its type alone has no name. */
const nameOf = (given: string | undefined): string =>
  given?.toWellFormed().replaceAll('\0', '').slice(0, maxNameCharacters) || 'file'
