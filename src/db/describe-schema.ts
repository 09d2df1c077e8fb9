import { sql } from 'kysely'
import type { Queryable } from './queryable.ts'

/** The schema that the migrations lead to, as a page: tables, columns, constraints and indexes. */
export async function describeSchema(db: Queryable): Promise<string> {
  const columns = await sql<{
    table: string
    column: string
    type: string
    nullable: boolean
    standard: string | null
  }>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as standard
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`.execute(db)
  const constraints = await sql<{ table: string; text: string }>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    order by 1, contype desc, 2`.execute(db)
  const indexes = await sql<{ table: string; text: string }>`
    select tablename as table, indexdef as text from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint)
    order by tablename, indexname`.execute(db)

  const tables = [...new Set(columns.rows.map(({ table }) => table))]
  const sections = tables.map((name) => {
    const rows = columns.rows.filter(({ table }) => table === name)
    const lines = rows.map(({ column, type, nullable, standard }) => {
      const rest = [nullable ? 'null' : '', standard ? `default \`${standard}\`` : ''].filter(Boolean).join(', ')
      return `| ${column} | ${type} | ${rest} |`
    })
    const rules = [...constraints.rows, ...indexes.rows].filter(({ table }) => table === name)
    return [
      `## ${name}`,
      '',
      '| column | type | |',
      '|---|---|---|',
      ...lines,
      '',
      ...rules.map(({ text }) => `- \`${text}\``),
    ].join('\n')
  })
  return `# The schema\n\nMade from \`src/db/migrations\` by \`npm run generated\`; the queue keeps its own tables in the schema \`pgboss\`.\n\n${sections.join('\n\n')}\n`
}
