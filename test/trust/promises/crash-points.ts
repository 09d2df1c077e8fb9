import type { Chapter } from '../promise.ts'

export const crashPoints: Chapter = {
  title: 'Killed, stalled, raced',
  about:
    'A process may be killed, or stand still, at any moment: no task is lost, none is paid for twice, and each outcome is told. ' +
    'The points are named in src/crash-points.ts; every one is tried with engines that are free, paid and asked by a key, and paid without one.',
  promises: [
    {
      promise:
        'Killed with -9 at any point of making, cancelling, deleting or telling, a server ends each task once, charges or releases once, submits a paid job at most once and tells the outcome by one id.',
      file: 'test/guarantees/crash-points.test.ts',
      tests: [
        'killed at each point of generating, cancelling, deleting and telling: nothing is lost, and nothing is paid twice',
      ],
    },
    {
      promise: 'An owner who cancels or deletes at any point of the work gets one end, and leaves no file behind.',
      file: 'test/guarantees/crash-points.test.ts',
      tests: [
        'a cancel, or a delete, that comes at each point of generating and telling: one end, one outcome, no file too many',
      ],
    },
    {
      promise: 'A sweep that is killed is made up for by the next one.',
      file: 'test/guarantees/crash-sweep.test.ts',
      tests: ['killed at each point of the sweep: the next one makes up for it'],
    },
    {
      promise:
        'A worker that stands still at any point, until another has taken its task over and ended it, changes nothing when it goes on.',
      file: 'test/guarantees/crash-stalls.test.ts',
      tests: [
        'a worker that stands still at each point until another has ended its task: one end, one outcome, one paid job',
      ],
    },
    {
      promise:
        'The same holds of tasks to which random things happen, in servers that are killed at random times: 50 here, TRUST_RUNS=500 for a night; the seed is printed, and TRUST_SEED repeats it.',
      file: 'test/guarantees/crash-random.test.ts',
      tests: ['random tasks in servers killed at random: nothing is lost, and nothing is paid twice'],
    },
    {
      promise: 'A server that is killed in any state of a task ends it once and tells its outcome.',
      file: 'test/guarantees/killed.test.ts',
      tests: [
        'killed at the very moment of each step: whatever was accepted ends once, in its record and to its caller',
        'killed while one task waits and the built-in engine renders another: both are made after the restart, once',
      ],
    },
    {
      promise:
        "Killed while an engine's own server has the job, the film is made, by one job where the engine is paid.",
      file: 'test/guarantees/killed-engines.test.ts',
      tests: ['killed while submitting, while running, while fetching: one film, and one job where the engine is paid'],
    },
  ],
}
