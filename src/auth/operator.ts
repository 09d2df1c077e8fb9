import { createHmac, timingSafeEqual } from 'node:crypto'
import { RushesError } from '../errors.ts'
import { readBearer } from './keys.ts'

/** What whoever can read the server's secret proves it by: the command line on the same machine, above all. */
export const operatorTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('rushes operator').digest('hex')

/** Throws `invalid_token` unless the header carries the operator's token. */
export function requireOperator(authorization: string | undefined, operatorToken: string): void {
  const given = createHmac('sha256', 'compare').update(readBearer(authorization)).digest()
  const expected = createHmac('sha256', 'compare').update(operatorToken).digest()
  if (!timingSafeEqual(given, expected)) throw new RushesError('invalid_token', 'This call needs the operator token.')
}
