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
    {
      promise:
        'Where the disk is full, or becomes read-only, films, references and uploads are refused by a sentence; nothing is charged, nothing half is left, and when it takes files again all works.',
      file: 'test/guarantees/faults-disk.test.ts',
      needs: 'file systems of a test’s own',
      tests: [
        'where the disk is full, or becomes read-only, films, references and uploads are refused by a sentence, cost nothing and leave nothing; when it takes files again all works',
      ],
    },
    {
      promise:
        'A transaction that does not come to its end, as one of a process that stands still, holds up no account but those whose rows it holds; they are told to come back.',
      file: 'test/guarantees/held-up.test.ts',
      tests: [
        'one account whose row is held holds up no other: films of others are accepted and end, its own are told to come back and end later',
      ],
    },
    {
      promise: 'A data directory that may not be written to stops the start with a sentence.',
      file: 'test/guarantees/faults-disk.test.ts',
      needs: 'file systems of a test’s own',
      tests: ['a data directory that may not be written to stops the start with a sentence'],
    },
    {
      promise:
        'A bucket that refuses, hangs or breaks off for a moment gets each film all the same; one that does not come back fails it by a sentence, for nothing.',
      file: 'test/guarantees/faults-store.test.ts',
      tests: [
        'a bucket that refuses, hangs and breaks off while a film is stored gets it all the same',
        'a bucket that does not come back fails a film by a sentence and costs nothing; what is stored is told to be away, and is there again',
      ],
    },
    {
      promise:
        'A task whose references lie in a bucket that is away waits for it until its deadline; no queue of tasks fails for an outage of minutes.',
      file: 'test/guarantees/faults-store.test.ts',
      tests: [
        'a task whose references lie in a bucket that is away waits for it until its deadline, and is made when it is back',
      ],
    },
    {
      promise:
        'While the database is gone, for 30 seconds in a night’s run, calls are told to come back, callers who wait get their films, and nothing is lost.',
      file: 'test/guarantees/faults-database.test.ts',
      tests: [
        'a database that is gone for a while: calls answer 503 with a retry-after, held callers get their films, each outcome is told, nothing is lost',
      ],
    },
    {
      promise:
        'A clock that jumps by an hour either way, and back, ends no film, submits none twice, and leaves keys and links as they are.',
      file: 'test/guarantees/faults-clock.test.ts',
      tests: ['ahead', 'back'].map(
        (way) =>
          `a clock that jumps an hour ${way}, and is set right again, ends no film, submits none twice, and leaves keys and links as they are`,
      ),
    },
    {
      promise:
        'A process that stood still, or whose clock jumped, does not start its own jobs twice; those of a dead one are taken up.',
      file: 'test/guarantees/queue-clock.test.ts',
      tests: [
        'a process that stood still, or whose clock jumped an hour ahead, does not start its own jobs twice; those of a dead one are taken up',
      ],
    },
    {
      promise: 'What a killed process left holds up no start, though the clock was set back since.',
      file: 'src/data-directory.test.ts',
      tests: [
        'a process that was killed while it took the directory over holds up none, though the clock was set back since',
      ],
    },
    {
      promise:
        'Names that do not resolve are said of references, tried again for receivers, and of engines left for the model’s next.',
      file: 'test/guarantees/faults-outside.test.ts',
      tests: [
        'a reference at a name that does not resolve is refused by its field, and makes no task',
        'an engine at a name that does not resolve is left for the model’s next; where there is none the film fails by a sentence and costs nothing',
      ],
    },
    {
      promise: 'An engine that never ends is told to stop at its deadline; the film fails by a sentence, for nothing.',
      file: 'test/guarantees/faults-outside.test.ts',
      tests: [
        'an engine that never ends is told to stop at its deadline; the film fails by a sentence and costs nothing',
      ],
    },
    {
      promise:
        'A receiver that answers a byte a second is left after ten seconds and told again; others are told meanwhile.',
      file: 'test/guarantees/faults-outside.test.ts',
      tests: [
        'a receiver that answers a byte a second is left after ten seconds and told again; one whose name does not resolve is tried to its end; others are told meanwhile',
      ],
    },
    {
      promise:
        'What is asked for again is sent at once, however old it is, also to a receiver that rests because it did not answer.',
      file: 'test/guarantees/send-again.test.ts',
      tests: [
        'what is asked for again is sent at once, however old it is, to a host of callbacks that rests: if that fails, the rest goes on as it was, and if not, it is over',
        'what is asked for again is sent at once, however old it is, to an endpoint that rests: if that fails, the rest goes on as it was, and if not, it is over',
      ],
    },
    {
      promise: 'A renderer or decoder that the kernel ends for want of memory is started anew, and the film is made.',
      file: 'test/guarantees/faults-render.test.ts',
      tests: [
        'a renderer that the kernel ends is started anew and the film is made; one that is always ended fails it by a sentence, for nothing',
        'a decoder that the kernel ends is replaced, and the film is made',
      ],
    },
  ],
}
