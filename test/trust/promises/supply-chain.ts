import type { Chapter } from '../promise.ts'

export const supplyChain: Chapter = {
  title: 'Supply chain',
  about: 'What is installed is what was reviewed.',
  promises: [
    {
      promise: 'Every package is the one that was locked, by its hash, from whichever registry it comes.',
      file: 'test/supply-chain.test.ts',
      tests: ['every package that is installed has its hash in the lock file, which names no registry'],
    },
    {
      promise: 'Only packages that were reviewed for it run a script when they are installed.',
      file: 'test/supply-chain.test.ts',
      tests: ['the packages that run a script when they are installed are the reviewed ones'],
    },
    {
      promise: 'Every licence is one of a short list, and a bill of materials says what a server runs with.',
      file: 'test/supply-chain.test.ts',
      tests: [
        'every package has a licence that is on the list',
        'npm run sbom lists every package that a server runs with',
      ],
    },
    {
      promise: 'Every direct dependency has a written reason, and is used.',
      file: 'test/docs.test.ts',
      tests: ['every dependency has its reason', 'every dependency is used'],
    },
  ],
}
