import type { Chapter } from '../promise.ts'

export const retention: Chapter = {
  title: 'Kept, deleted, restored',
  about: 'What belongs together expires together, what is deleted is gone, and what is kept can be moved and upgraded.',
  promises: [
    {
      promise:
        'A backup of a running embedded server, restored elsewhere, answers for the same tasks with the same films.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['a backup made while it runs, restored elsewhere, answers for the same tasks with the same films'],
    },
    {
      promise: 'A backup that is cut off or damaged is refused before anything is written.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['of a backup that is cut off or damaged nothing is restored, and a sentence says so'],
    },
    {
      promise: 'Restoring writes over nothing.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['a backup is restored into an empty directory only'],
    },
    {
      promise: 'A backup that is interrupted leaves no half of a file.',
      file: 'src/storage/archive.test.ts',
      tests: ['a backup that is interrupted leaves no file, under its name or another'],
    },
    {
      promise:
        'What a backup leaves that is killed with -9 is removed: its snapshot at once, its half of a file by one that comes later.',
      file: 'test/guarantees/backup.test.ts',
      tests: [
        'a backup that is killed leaves no snapshot in the data directory, and one that comes later removes its half of a file',
      ],
    },
    {
      promise: 'Backups to the same place, from several containers, leave each other’s files alone.',
      file: 'src/storage/archive.test.ts',
      tests: [
        'a backup leaves the half of another that goes on alone, also one with its own number in another container',
      ],
    },
    {
      promise: 'A backup goes on, and is whole, while its server is stopped and started again.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['a backup that is read goes on while the server is stopped and started again, and is whole'],
    },
    {
      promise: 'A restore writes nothing into the directory of a server that was started while the backup was checked.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['a server that starts while a backup is checked keeps its directory, and what it has put there'],
    },
    {
      promise: 'A server does not start on a part of a backup, which a killed restore left.',
      file: 'test/guarantees/backup.test.ts',
      tests: ['a server does not start on what a killed restore left'],
    },
    {
      promise:
        'What records and files do not know of each other is found on both sides, and said before it is deleted; a film that was just copied is no orphan, however old its bytes are.',
      file: 'test/guarantees/orphans.test.ts',
      tests: ['files without a record and records without a file are found, and nothing else, a day after they came'],
    },
    {
      promise:
        'A task that is deleted is gone at once and for good, and so is one whose time is over: film, thumbnail, frames, references, record and deliveries; what stays is the bill.',
      file: 'test/guarantees/retention.test.ts',
      tests: [
        'a task that is deleted is gone at once and for good: film, thumbnail, frames, references, record, deliveries, words',
        'what belongs to a task expires with it: film, thumbnail, frames, references, record, deliveries, words',
      ],
    },
    {
      promise: 'Whatever has expired is deleted, record and files together.',
      file: 'test/guarantees/restart.test.ts',
      tests: [
        'what has expired is deleted by the sweep, record and files together',
        'one sweep deletes whatever has expired, however much that is',
      ],
    },
    {
      promise:
        'A newer version starts beside servers at work: its migrations begin without a deadlock, wait for what is in use without stopping who writes elsewhere, and an autovacuum ends itself for them.',
      file: 'test/guarantees/migrate-live.test.ts',
      tests: [
        'a migration that wants tables of which a transaction under way holds one and wants another undoes neither',
        'a migration that waits for a table holds none that others write to, but for the moment of its first try',
        'a migration gives way to who has read a table that it changes, and is whole when that has ended',
        'a migration leaves alone what it does not change and no foreign key binds, such as the counts of calls',
        'an autovacuum ends itself for a migration',
      ],
    },
    {
      promise:
        'A database of every earlier schema, as a server of that version left it when it was killed at work, is brought up to date: its open tasks end, its outcomes are told, its schema is that of a new one.',
      file: 'test/guarantees/upgrades.test.ts',
      tests: [
        'every schema that a version ended with has a stored copy',
        'a database of the schema 0001 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0002 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0004 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0005 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0006 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0007 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0008 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0009 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0010 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0011 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0012 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0013 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0014 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0015 is brought up to date: open tasks end, outcomes are told, records stay',
        'a database of the schema 0016 is brought up to date: open tasks end, outcomes are told, records stay',
      ],
    },
  ],
}
