import { RushesError } from '../errors.ts'

/** A form that breaks off, or is none, is its sender's fault; the parser's error has no status of its own. */
export function unreadableForm(cause: Error): RushesError {
  return new RushesError(
    'invalid_parameters',
    `The form could not be read (${cause.message}); allowed: multipart/form-data.`,
    { cause },
  )
}

/** What was thrown while a form was read, as its sender is to be told it. */
export function explainForm(thrown: unknown, signal: AbortSignal): unknown {
  // The disk's faults name what the system was asked to do, the framework's have a status; the form's have neither.
  const ours = signal.aborted || !(thrown instanceof Error) || thrown instanceof RushesError
  return ours || 'syscall' in thrown || 'statusCode' in thrown ? thrown : unreadableForm(thrown)
}
