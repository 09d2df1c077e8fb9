import type { Chapter } from '../promise.ts'

const damages = [
  'no PG_VERSION',
  'another PG_VERSION',
  'a flipped bit in pg_control',
  'an empty pg_control',
  'garbage for a write-ahead log',
]

export const faults: Chapter = {
  title: 'When something else breaks',
  about:
    'Disks, databases, stores, clocks, names, engines and receivers fail; callers get a clear answer and what was accepted is kept.',
  promises: [
    {
      promise: 'A damaged embedded database stops the start with a sentence, and none of its data is overwritten.',
      file: 'src/db/pglite/open-directory.test.ts',
      tests: damages.map(
        (damage) => `a database directory with ${damage} stops the start with a sentence, and no byte is overwritten`,
      ),
    },
  ],
}
