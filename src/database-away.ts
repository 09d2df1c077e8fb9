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

/** Postgres' codes for a lock that was not to be had in time, and for a statement that took too long, as one that waits does. */
const heldUp = ['55P03', '57014']

/** Whether a query failed because another transaction holds what it needs, or the database is that slow. */
export const isHeldUp = (error: unknown): boolean => heldUp.includes((error as { code?: string }).code ?? '')
