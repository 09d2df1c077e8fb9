import type { Chapter } from '../promise.ts'

export const retention: Chapter = {
  title: 'Kept, deleted, restored',
  about: 'What belongs together expires together, what is deleted is gone, and what is kept can be moved and upgraded.',
  promises: [],
}
