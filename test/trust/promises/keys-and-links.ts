import type { Chapter } from '../promise.ts'

export const keysAndLinks: Chapter = {
  title: 'Keys and links',
  about: 'Who has a key or a link has what it was made for and no more, until it ends or is taken back.',
  promises: [
    {
      promise: 'No log line holds a secret of the server or its callers, also where an engine or a library quotes it.',
      file: 'src/logger.test.ts',
      tests: [
        'no line holds a data URL, a token, a key, a signature or a password of a URL, wherever an error quotes it',
        'no line holds a secret of this process, whatever it looks like',
      ],
    },
    {
      promise: 'What callers do, and what fails, leaves no secret, prompt or data URL in the log.',
      file: 'test/guarantees/logs.test.ts',
      tests: [
        'no log line of any door, success or failure, holds a key, a secret, a cookie, a link, a prompt or a data URL',
      ],
    },
    {
      promise: 'Nobody forges a log line.',
      file: 'src/logger.test.ts',
      tests: ['what is logged stays in its line, and in its field'],
    },
    {
      promise: 'A key, session or account that is taken back at one process is refused by every other within a second.',
      file: 'test/guarantees/revocation.test.ts',
      tests: [
        'a key that is revoked or replaced, a session that is ended and an account that is disabled at one process are refused by another within a second',
      ],
    },
    {
      promise:
        'Whoever copies the database has no key, password, cookie, invitation or link of anybody, and no secret of the server; what signs callbacks is there as it is.',
      file: 'test/guarantees/secrets-at-rest.test.ts',
      tests: [
        'a copy of the database holds no key, password, cookie, invitation, signed link or secret of the server',
        'where mail is sent, a copy of the database opens neither a link for a new password nor one that confirms an address',
        'a session’s token as the database has it opens nothing: its cookie is signed with the secret of the server',
      ],
    },
    {
      promise: 'A signed link opens its one file and nothing else, however it is changed or written.',
      file: 'test/guarantees/links.test.ts',
      tests: [
        'a link with any one character changed opens nothing, and neither does it for another file, method or way to write it',
        'a signature is written in one way: no last character but its own is good',
      ],
    },
    {
      promise: 'A signed link ends with its last second, and says so to nobody who has changed it.',
      file: 'src/storage/signed-url.test.ts',
      tests: [
        'a link names the file, is the same every time, and is good until its last second',
        'a tampered link is invalid, not expired: an outsider learns nothing about expiry',
      ],
    },
    {
      promise: 'Ranges give bytes of the link’s own file alone.',
      file: 'test/guarantees/links.test.ts',
      tests: ['ranges of a link give bytes of its file alone, however they are written'],
    },
    {
      promise:
        'Where files are in a bucket, a link that was changed leads nowhere, and one of the bucket’s own ends no later.',
      file: 'test/guarantees/s3.test.ts',
      tests: [
        'a link that was changed leads to no bucket and to no byte; a link of the bucket ends no later than ours',
      ],
    },
  ],
}
