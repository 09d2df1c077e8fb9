import type { Chapter } from '../promise.ts'

export const inputs: Chapter = {
  title: 'Hostile inputs',
  about: 'What callers send is parsed within limits, and decoded in a process that may be lost.',
  promises: [],
}
