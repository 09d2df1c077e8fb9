import type { Chapter } from '../promise.ts'

export const ssrf: Chapter = {
  title: 'Nobody reaches inwards',
  about:
    'Callers name URLs: references, callbacks, results. None of them leads this server to where its operator would not.',
  promises: [],
}
