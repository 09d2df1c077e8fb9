import { userInfo } from 'node:os'

/** Debian's `nobody`, for what must not run as root; nothing where the tests are not root themselves. */
export const userWithoutRights = userInfo().uid === 0 ? 65_534 : undefined
