import type { Chapter } from '../promise.ts'

export const crashPoints: Chapter = {
  title: 'Killed, stalled, raced',
  about:
    'A process may be killed, or stand still, at any moment: no task is lost, none is paid for twice, and each outcome is told.',
  promises: [
    {
      promise: 'A server that is killed in any state of a task ends it once and tells its outcome.',
      file: 'test/guarantees/killed.test.ts',
      tests: [
        'killed at the very moment of each step: whatever was accepted ends once, in its record and to its caller',
      ],
    },
  ],
}
