/** docs/trust.md: every promise beside the test that holds it. */
import { chapters } from './chapters.ts'
import type { Promised } from './promise.ts'

const head = `# Trust

What Rushes promises about reliability and security, and the tests that hold it. Made from \`test/trust/promises\` by
\`npm run generated\`; \`npm run trust\` runs the tests and says which promises are kept, \`npm run trust -- ssrf\` those of
one chapter, and with \`TEST_DATABASE_URL\` they run on that Postgres. Continuous integration fails when a promise here has
no test that ran and passed. [SECURITY.md](../SECURITY.md) says against whom.
`

const inCell = (text: string): string => text.replaceAll('|', '\\|')

const row = ({ promise, file, tests }: Promised): string =>
  `| ${inCell(promise)} | [${file.split('/').pop()}](../${file}): ${tests.map(inCell).join('; ')} |`

/** The page as Markdown. */
export function trustPage(): string {
  const parts = Object.entries(chapters).map(([key, { title, about, promises }]) =>
    [
      `## ${title}`,
      '',
      `${about} \`npm run trust -- ${key}\``,
      '',
      '| promise | held by |',
      '|---|---|',
      ...promises.map(row),
      '',
    ].join('\n'),
  )
  return [head, ...parts].join('\n')
}
