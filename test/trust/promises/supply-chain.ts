import type { Chapter } from '../promise.ts'

export const supplyChain: Chapter = {
  title: 'Supply chain',
  about: 'What is installed is what was reviewed.',
  promises: [],
}
