import { isIP } from 'node:net'
import type { AddressPolicy } from './address.ts'
import { refusedAddress } from './connector.ts'
import { FetchError } from './fetch-error.ts'

/**
 * Makes the check of what a URL says by itself. WHATWG parsing has already turned `0x7f.1`, `2130706433` and
 * `017700000001` into 127.0.0.1 by the time the address is looked at.
 * @param refuseLocalhost also refuse the names that always mean this machine (RFC 6761)
 */
export function createUrlCheck(policy: AddressPolicy, refuseLocalhost: boolean): (address: string) => URL {
  return (address) => {
    const url = URL.parse(address)
    if (!url) throw new FetchError('url', 'the value is not a URL; an absolute http:// or https:// URL is expected')
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new FetchError('url', `the URL's scheme is "${url.protocol.slice(0, 20)}"; http: or https: is expected`)
    }
    if (url.username || url.password) {
      throw new FetchError('url', `the URL of ${url.host} carries a user name or password, which is not allowed`)
    }
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal)) {
      const refusal = policy.refusal(literal)
      if (refusal) throw refusedAddress(url.host, refusal, literal, false)
    } else if (refuseLocalhost && /^(.*\.)?localhost\.?$/.test(url.hostname)) {
      throw refusedAddress(url.host, 'a loopback address', url.hostname, true)
    }
    return url
  }
}
