/** A damaged database directory, by the parts that Postgres reads first. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ConfigError } from '../../errors.ts'
import { openDirectory } from './open-directory.ts'

let root: string
let whole: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'rushes-damaged-'))
  whole = join(root, 'whole')
  const pglite = await openDirectory(whole)
  await pglite.exec('create table kept (id int); insert into kept values (1)')
  await pglite.close()
})
after(() => rm(root, { recursive: true, force: true }))

/** The digest of every file; what a process leaves to say that it runs is none of them. */
async function digestsOf(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (name === 'postmaster.pid' || !(await stat(join(folder, name))).isFile()) continue
    digests[name] = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
  }
  return digests
}

const walOf = async (database: string) =>
  (await readdir(join(database, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name))

const damages: { damage: string; of(database: string): Promise<unknown> }[] = [
  { damage: 'no PG_VERSION', of: (database) => rm(join(database, 'PG_VERSION')) },
  { damage: 'another PG_VERSION', of: (database) => writeFile(join(database, 'PG_VERSION'), '9\n') },
  {
    damage: 'a flipped bit in pg_control',
    async of(database) {
      const path = join(database, 'global', 'pg_control')
      const bytes = await readFile(path)
      bytes[40] = (bytes[40] ?? 0) ^ 1
      await writeFile(path, bytes)
    },
  },
  { damage: 'an empty pg_control', of: (database) => truncate(join(database, 'global', 'pg_control')) },
  {
    damage: 'garbage for a write-ahead log',
    async of(database) {
      for (const name of await walOf(database)) {
        const path = join(database, 'pg_wal', name)
        await writeFile(path, Buffer.alloc((await stat(path)).size, 0x5a))
      }
    },
  },
]

for (const { damage, of } of damages) {
  test(`a database directory with ${damage} stops the start with a sentence, and no byte is overwritten`, async () => {
    const target = join(root, damage.replaceAll(' ', '-'))
    await cp(whole, target, { recursive: true })
    await of(target)
    const before = await digestsOf(target)
    await assert.rejects(openDirectory(target), (error: Error) => {
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, /^RUSHES_DATA_DIR: the database in \S+ cannot be opened: .*"rushes restore"/)
      return true
    })
    assert.deepEqual(await digestsOf(target), before)
  })
}
