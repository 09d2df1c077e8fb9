import type { Chapter } from '../promise.ts'

export const tenancy: Chapter = {
  title: 'Accounts beside each other',
  about: 'What belongs to another account is, to whoever asks, not there.',
  promises: [
    {
      promise: 'No route shows or changes what belongs to somebody else.',
      file: 'test/guarantees/isolation.test.ts',
      tests: ['no route shows or changes what is somebody else’s'],
    },
  ],
}
