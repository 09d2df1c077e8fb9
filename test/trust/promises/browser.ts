import type { Chapter } from '../promise.ts'

export const browser: Chapter = {
  title: 'In the browser',
  about: 'The console and the pages beside it run their own code only.',
  promises: [
    {
      promise: 'No page has unsafe-inline in its policy, and the policies are in the way of nothing the console does.',
      file: 'test/browser/policy.test.ts',
      tests: [
        'no page of the console has unsafe-inline or asks for what its policy refuses',
        'the reference page has no unsafe-inline either, and all of its style sheets',
      ],
    },
    {
      promise: 'A script that somebody gets into a page does not run, and no page is framed.',
      file: 'test/browser/policy.test.ts',
      tests: ['a script that somebody gets into a page does not run, and no page is framed'],
    },
    {
      promise: 'Prompts, names and errors of others are shown as text and run nothing.',
      file: 'test/browser/console-hostile.test.ts',
      tests: ['prompts, names and engine errors with scripts in them are shown as text, and run nothing'],
    },
    {
      promise: 'A page of another site does nothing with a session.',
      file: 'test/guarantees/attacks.test.ts',
      tests: ['a form of another site, or of another port of this one, does nothing with a session'],
    },
    {
      promise: 'Files are served as what they are, run nothing and tell other sites nothing of their links.',
      file: 'test/guarantees/links.test.ts',
      tests: ['what is behind a link says what it is, runs nothing and tells no other site of it'],
    },
    {
      promise:
        'A session’s cookie is out of reach of scripts and other sites, and goes over https alone where the server does.',
      file: 'test/guarantees/secrets-at-rest.test.ts',
      tests: [
        'a session’s cookie is sent over https alone where the server is reached by it, and by no script or other site',
      ],
    },
  ],
}
