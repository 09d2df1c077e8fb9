/**
 * Writes catalogue.generated.json: where each drawing of the emoji set stands inside icons.json. That file is 104 MB,
 * so a render reads only the bytes of the drawings it shows. Run again after the emoji package changes:
 * `node animatic/cast/build-catalogue.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { iconsPath, iconsVersion } from './icons-file.ts'

const icons = z.object({
  icons: z.record(z.string(), z.object({ body: z.string(), hidden: z.boolean().optional() })),
})

const bytes = readFileSync(iconsPath())
const { icons: drawings } = icons.parse(JSON.parse(bytes.toString('utf8')))

/** Each drawing is one object on the second level, indented by two tabs; the file is written by a machine and regular. */
function locate(name: string): [offset: number, length: number] {
  const key = Buffer.from(`\n\t\t${JSON.stringify(name)}: {`)
  const start = bytes.indexOf(key)
  if (start < 0) throw new Error(`No place found for the drawing ${name}.`)
  const open = start + key.length - 1
  const close = bytes.indexOf('\n\t\t}', open) + '\n\t\t}'.length
  JSON.parse(bytes.toString('utf8', open, close))
  return [open, close - open]
}

const lines = Object.entries(drawings)
  .filter(([, drawing]) => !drawing.hidden)
  .map(([name]) => `    ${JSON.stringify(name)}: [${locate(name).join(', ')}]`)

writeFileSync(
  new URL('./catalogue.generated.json', import.meta.url),
  `{\n  "version": ${JSON.stringify(iconsVersion())},\n  "bytes": ${bytes.length},\n  "drawings": {\n${lines.join(',\n')}\n  }\n}\n`,
)
