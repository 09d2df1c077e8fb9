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
    {
      promise: 'An account’s webhook endpoints are not there for others.',
      file: 'test/guarantees/isolation.test.ts',
      tests: ['neither do those of the webhook endpoints'],
    },
    {
      promise:
        'At every place of every request where an id fits, what is somebody else’s is answered as what there is not, word for word and in the same time.',
      file: 'test/guarantees/tenancy.test.ts',
      tests: [
        'at every place where an id fits, what is somebody else’s is answered as what there is not, word for word',
        'what is somebody else’s takes as long to refuse as what there is not',
        'what agents ask about somebody else’s film is answered as about none',
      ],
    },
    {
      promise: 'Receivers that hang hold up no other account, and no other receiver of their own account.',
      file: 'test/guarantees/delivery-shares.test.ts',
      tests: [
        'receivers that hang, several of each of several accounts, hold up no other account',
        'one receiver that hangs takes a share, and the account’s other receivers are told',
        'hosts of callbacks that never answer, of a dozen accounts, are left alone after a few attempts, and no one else waits for them',
      ],
    },
  ],
}
