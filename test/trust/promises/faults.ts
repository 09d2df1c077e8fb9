import type { Chapter } from '../promise.ts'

export const faults: Chapter = {
  title: 'When something else breaks',
  about:
    'Disks, databases, stores, clocks, names, engines and receivers fail; callers get a clear answer and what was accepted is kept.',
  promises: [],
}
