import { sql } from 'kysely'
import type { Queryable } from '../../src/db/queryable.ts'

/** Every row of every table, the queue's too, by table, as text. */
export async function wholeDatabase(db: Queryable): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db)
  const texts = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.raw(name)} t`.execute(db)
    texts.set(
      name,
      rows.map(({ text }) => text),
    )
  }
  return texts
}
