import { createHmac, timingSafeEqual } from 'node:crypto'
import { readBearer } from './keys.ts'

/** What whoever can read the server's secret proves it by: the command line on the same machine, above all. */
export const operatorTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('rushes operator').digest('hex')

/** Whether the header carries the operator's token, in constant time. Throws `invalid_token` for a malformed one. */
export function isOperator(authorization: string, operatorToken: string): boolean {
  const digest = (token: string) => createHmac('sha256', 'compare').update(token).digest()
  return timingSafeEqual(digest(readBearer(authorization)), digest(operatorToken))
}
