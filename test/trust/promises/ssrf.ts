import type { Chapter } from '../promise.ts'

const file = 'src/net/reach-inwards.test.ts'
const doors = 'test/guarantees/inwards.test.ts'

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
        'a kept connection stays with the address that was checked, and what replaces it is checked anew',
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
    {
      promise:
        'By no door — references, characters, callbacks, webhook endpoints, tools of agents, results of engines — does a hostile URL lead inside, and none of them makes a task.',
      file: doors,
      tests: [
        'a reference image leads to nothing inside, and makes no task',
        'a character leads to nothing inside, and makes no task',
        'a callback leads to nothing inside, and makes no task',
        'a callback of version 2.0 leads to nothing inside, and makes no task',
        'a reference of the Videos API leads to nothing inside, and makes no task',
        'a webhook endpoint leads to nothing inside, and makes no task',
        'the tools of agents lead to nothing inside',
        "an engine's result, a reference and a webhook are fetched by one way out, which names that resolve inside do not pass",
      ],
    },
    {
      promise:
        'A file that names other files or hosts, such as a playlist or a drawing, makes the decoder open none of them.',
      file: doors,
      tests: ['a file that names others is no video and no image: playlists, manifests and drawings are not followed'],
    },
    {
      promise: 'There is one way out: whatever else opens a connection or a process is named, with its reason.',
      file: 'test/one-way-out.test.ts',
      tests: ['nothing but the guarded fetch opens a connection or a process, except what is named with its reason'],
    },
  ],
}
