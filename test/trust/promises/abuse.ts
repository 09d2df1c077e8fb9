import type { Chapter } from '../promise.ts'

export const abuse: Chapter = {
  title: 'Abuse',
  about: 'One caller, however rude, does not keep others from being served.',
  promises: [
    {
      promise: 'Fifty creations at once never spend more than the balance.',
      file: 'test/guarantees/credits.test.ts',
      tests: [
        '50 creations at once against a balance for 10: exactly 10 succeed, the rest are used_up, the ledger agrees',
      ],
    },
    {
      promise:
        'Headers and bodies that drip are cut off; slow lines that keep a pace, and callers who are held, are not.',
      file: 'src/api/slow-senders.test.ts',
      tests: [
        'a body that drips is cut off with a 408, while one that is slow but keeps the pace arrives',
        'a caller whose request is whole is held for as long as the answer takes',
      ],
    },
    {
      promise: 'Endless headers, huge headers and thousands of idle connections keep nobody else from being served.',
      file: 'test/guarantees/rude-callers.test.ts',
      tests: [
        'headers that do not end are cut off, while others are served',
        'headers of 64 kB are refused with a 431, in one of them or in many',
        'thousands of idle connections keep nobody from being served',
      ],
    },
    {
      promise: 'A key that floods is refused, and others are answered meanwhile.',
      file: 'test/guarantees/rude-callers.test.ts',
      tests: ['a key that floods is refused, while another is answered each time, in about the time of a quiet server'],
    },
    {
      promise: 'Nothing that callers send becomes a header of an answer.',
      file: 'test/guarantees/rude-callers.test.ts',
      tests: ['what callers send makes no header of an answer'],
    },
    {
      promise: 'An account has at most 100 streams of task events open.',
      file: 'test/guarantees/task-events.test.ts',
      tests: ['an account may have 100 streams open, and one more when one has ended'],
    },
  ],
}
