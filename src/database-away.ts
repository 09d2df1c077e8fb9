/**
 * Classes of Postgres' codes that say that the connection or the server is gone, not that a statement was wrong:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html (08: connection, 57P: shut down or starting, 53300: full).
 */
const codes = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)$/
/** What the driver says without a code. */
const sentences =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/

/** Whether a query failed because the database does not answer, as while it restarts; the same may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message = '' } = error as { code?: unknown; message?: string }
  return (typeof code === 'string' && codes.test(code)) || sentences.test(message)
}
