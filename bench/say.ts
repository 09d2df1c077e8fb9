/** A line of the report: what, and the value. */
export function say(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(64)} ${value}\n`)
}
