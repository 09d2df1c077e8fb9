import type { Chapter } from '../promise.ts'

export const contentPolicy: Chapter = {
  title: 'Content policy',
  about: 'The operator says what is not made here; it is refused before anything is spent.',
  promises: [
    {
      promise: 'What the operator denies by a pattern is refused at every door, and nothing is made, kept or charged.',
      file: 'test/guarantees/content-policy.test.ts',
      tests: [
        'a denied prompt is forbidden at every door, and neither task nor file nor charge is left',
        'a film is not made from another by denied words',
      ],
    },
    {
      promise:
        'What a moderation service flags, in words or images, is refused before anything is made, kept or charged.',
      file: 'test/guarantees/content-policy.test.ts',
      tests: ['a moderation service sees prompt and images; what it flags, or cannot be asked about, leaves nothing'],
    },
    {
      promise: 'A moderation service that fails lets requests pass only where the operator said so.',
      file: 'src/dispatch/content-policy.test.ts',
      tests: [
        'a moderation service that answers 503: the operator has said whether requests go on',
        'a moderation service that answers nonsense: the operator has said whether requests go on',
        'a moderation service that answers of nothing: the operator has said whether requests go on',
        'a moderation service that answers without end: the operator has said whether requests go on',
        'a moderation service that sends the request elsewhere: the operator has said whether requests go on',
        'a moderation service that hangs up: the operator has said whether requests go on',
        'a moderation service that does not answer: the operator has said whether requests go on',
      ],
    },
    {
      promise: 'No pattern holds the server up, and letters that read alike count alike.',
      file: 'src/dispatch/deny-patterns.test.ts',
      tests: [
        'a pattern is found anywhere, in any case, in letters that read alike',
        'patterns that hold up other engines are matched in linear time, and others get their turn',
        'what RE2 cannot match in linear time is no pattern',
      ],
    },
    {
      promise: 'A policy that cannot be followed stops the start.',
      file: 'src/dispatch/content-policy.test.ts',
      tests: ['a policy that cannot be followed stops the start, and the sentence names the key'],
    },
  ],
}
