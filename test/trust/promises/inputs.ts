import type { Chapter } from '../promise.ts'

const files = 'test/guarantees/hostile-files.test.ts'
const fuzz = 'test/guarantees/fuzz.test.ts'

export const inputs: Chapter = {
  title: 'Hostile inputs',
  about:
    'What callers send is parsed within limits, and decoded in a process that may be lost. ' +
    'TRUST_REQUESTS=100000 makes the run over the readers a long one; TRUST_SEED chooses what is sent.',
  promises: [
    {
      promise:
        'Images that unpack to gigabytes, lie about their size or break off are refused in a sentence or made small; the server that receives them does not grow.',
      file: files,
      tests: [
        'images that unpack to gigabytes, lie about their size or break off are refused or made small, and the next is decoded',
      ],
    },
    {
      promise: 'A file that is an image and a page, an archive or a document as well is kept as the image alone.',
      file: files,
      tests: ['a file that is an image and something else as well becomes the image alone'],
    },
    {
      promise: 'Orientation, metadata, sixteen bits, palettes and animation become one plain, upright, still image.',
      file: 'src/media/fetch-image.test.ts',
      tests: [
        'an image comes from a URL, a data URL or bare base64, and loses its metadata',
        'an image lying on its side is turned upright, and its size is that of the upright one',
        '16-bit, palette, grey, CMYK and transparent images become plain 8-bit ones',
        'an animated GIF gives its first frame',
      ],
    },
    {
      promise: 'Videos that are cut, or whose lengths, counts and sizes lie, harm nobody.',
      file: files,
      tests: [
        'videos with lengths, counts and sizes that lie, cut anywhere, with bytes changed by chance, harm nobody',
      ],
    },
    {
      promise: 'Who sends such a file is told so, pays nothing and leaves nothing.',
      file: files,
      tests: ['who sends such a file is told so, pays nothing and leaves nothing'],
    },
    {
      promise:
        'A decoder that crashes, hangs or grows is ended and replaced; it sees none of the settings of the server.',
      file: 'src/media/media-process.test.ts',
      tests: [
        'a crash, an exit, too much memory and a hang fail clearly, and the next request gets a fresh child',
        'the real child ends when its parent is gone, and when it outgrows its memory',
        'the child sees none of the settings of the server',
      ],
    },
    {
      promise:
        'Requests that no client would send, made by chance over every reader, get no answer that is a fault of the server, and none stays in its memory.',
      file: fuzz,
      tests: ['no request made by chance breaks the server, and none of them stays in its memory'],
    },
    {
      promise: 'A range gives exactly the bytes that it names, and a changed signed link opens nothing.',
      file: fuzz,
      tests: [
        'a range gives exactly the bytes that it names, or all of them, or says that there are none',
        'a signed link that says anything else than it was signed for opens nothing',
      ],
    },
    {
      promise: 'Any text at all becomes a shot plan.',
      file: 'animatic/script/any-prompt.test.ts',
      tests: ['any text becomes a plan of the length asked for, the same each time'],
    },
    {
      promise:
        'A prompt comes to its places in a workflow as it is, whatever it says, and changes nothing beside them.',
      file: 'src/engines/placeholders.test.ts',
      tests: ['whatever a prompt says, it comes to its places as it is and changes nothing beside them'],
    },
  ],
}
