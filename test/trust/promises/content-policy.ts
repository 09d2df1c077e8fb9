import type { Chapter } from '../promise.ts'

export const contentPolicy: Chapter = {
  title: 'Content policy',
  about: 'The operator says what is not made here; it is refused before anything is spent.',
  promises: [],
}
