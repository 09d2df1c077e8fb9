/**
 * Writes what is made from the code and checked in: openapi.json, docs/schema.md and docs/trust.md. `--check` writes nothing and fails
 * when a file is not what the code makes.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openapiDocument } from '../src/contract/openapi.ts'
import { connect } from '../src/db/connect.ts'
import { describeSchema } from '../src/db/describe-schema.ts'
import { migrate } from '../src/db/migrate.ts'
import { createLogger } from '../src/logger.ts'
import { packageVersion } from '../src/version.ts'
import { trustPage } from '../test/trust/page.ts'

const root = join(import.meta.dirname, '..')

async function schemaPage(): Promise<string> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'rushes-schema-'))
  const db = await connect({ databaseUrl: undefined, dataDirectory, poolSize: 1 }, createLogger('silent'))
  try {
    await migrate(db)
    return await describeSchema(db.root)
  } finally {
    await db.close()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

const files: Record<string, () => Promise<string>> = {
  'openapi.json': async () => `${JSON.stringify(openapiDocument(packageVersion), null, 2)}\n`,
  'docs/schema.md': schemaPage,
  'docs/trust.md': async () => trustPage(),
}

for (const [name, make] of Object.entries(files)) {
  const path = join(root, name)
  const text = await make()
  if (!process.argv.includes('--check')) {
    await writeFile(path, text)
  } else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} is not what the code makes; npm run generated writes it anew\n`)
    process.exitCode = 1
  }
}
