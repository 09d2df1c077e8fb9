import type { Chapter } from '../promise.ts'

export const browser: Chapter = {
  title: 'In the browser',
  about: 'The console and the pages beside it run their own code only.',
  promises: [],
}
