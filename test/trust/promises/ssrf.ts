import type { Chapter } from '../promise.ts'

const file = 'src/net/reach-inwards.test.ts'

export const ssrf: Chapter = {
  title: 'Nobody reaches inwards',
  about:
    'Callers name URLs: references, callbacks, results. None of them leads this server to where its operator would not. ' +
    'The URLs that are tried, and why each is hostile, are in src/net/hostile-urls.ts.',
  promises: [
    {
      promise:
        'None of 200 hostile URLs makes the server try a connection: private and special addresses in every spelling, names that resolve inside, other schemes, ports of other protocols.',
      file,
      tests: [
        'none of 200 hostile URLs leads to a connection, to this machine or to any other',
        'the listener of these tests is reached at every address of this machine, where it is allowed',
      ],
    },
    {
      promise: "Cloud platforms' metadata services are not reached even where private networks are allowed.",
      file,
      tests: ['metadata services and link-local hosts are not reached even where private networks are allowed'],
    },
    {
      promise: 'A name server that answers outside first and inside afterwards gains nothing.',
      file,
      tests: [
        'a name that resolves inside the second time is not reached the second time',
        'a redirect is resolved anew: a name that was outside for the first hop is not reached inside for the second',
      ],
    },
    {
      promise: 'No redirect leads inside, and honest ones are followed, over IPv6 and to names in other letters too.',
      file,
      tests: [
        'no redirect of any kind leads inside, at once or after others',
        'honest hosts are reached: by IPv6, by a name in other letters, over redirects of every kind',
      ],
    },
  ],
}
