import type { Chapter } from '../promise.ts'

export const keysAndLinks: Chapter = {
  title: 'Keys and links',
  about: 'Who has a key or a link has what it was made for and no more, until it ends or is taken back.',
  promises: [],
}
