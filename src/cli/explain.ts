import { ConfigError } from '../errors.ts'

/** What went wrong, in one sentence for whoever typed the command. */
export function explainToUser(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ConfigError) return error.message
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException }
  const reason = code ?? cause?.code
  if (reason === 'ECONNREFUSED') return 'nothing answers at that address; is the server or the database running?'
  if (reason === 'ENOTFOUND') return 'the host name of that address is not known.'
  return error.message || String(reason ?? error.name)
}
