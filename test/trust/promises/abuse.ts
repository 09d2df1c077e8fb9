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
  ],
}
