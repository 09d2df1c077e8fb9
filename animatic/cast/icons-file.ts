import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const requireHere = createRequire(import.meta.url)

/** The path of the emoji set's drawings, one JSON file of about 104 MB. */
export function iconsPath(): string {
  return requireHere.resolve('@iconify-json/fluent-emoji/icons.json')
}

/** The version of the installed emoji set, as its package says it. */
export function iconsVersion(): string {
  const path = requireHere.resolve('@iconify-json/fluent-emoji/package.json')
  const { version }: { version?: unknown } = JSON.parse(readFileSync(path, 'utf8'))
  return String(version)
}
