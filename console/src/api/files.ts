import { useMutation } from '@tanstack/react-query'
import { call } from './client.ts'
import type { UploadedFile } from './types.ts'

/** Uploads an image or a video; the answer's `url` is good as a reference. */
export function useUpload() {
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return call<UploadedFile>('/api/v1/files', { method: 'POST', body })
    },
  })
}
