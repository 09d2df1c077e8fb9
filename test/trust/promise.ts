/** What Rushes promises about reliability and security, and the tests that hold it: docs/trust.md is made from these. */
export interface Promised {
  /** One sentence, as a person who runs the server would want to read it. */
  promise: string
  /** From the project's root. */
  file: string
  /** Names of tests in that file; the promise is kept when each of them passed and none was skipped everywhere. */
  tests: string[]
  /** What not every machine lets a test do, such as mounting: where it is skipped for that, the promise is unseen, not broken. */
  needs?: string
}

export interface Chapter {
  title: string
  /** A sentence or two about what the chapter covers, and what it does not. */
  about: string
  promises: Promised[]
}
