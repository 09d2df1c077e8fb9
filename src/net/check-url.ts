import { isIP } from 'node:net'
import type { AddressPolicy } from './address.ts'
import { refusedAddress } from './connector.ts'
import { FetchError } from './fetch-error.ts'

/** What browsers do not speak HTTP to: https://fetch.spec.whatwg.org/#port-blocking. Mail servers and IRC take a request for commands. */
const blockedPorts = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 ' +
    '137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 ' +
    '1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
)

/**
 * Makes the check of what a URL says by itself. WHATWG parsing has already turned `0x7f.1`, `2130706433` and
 * `017700000001` into 127.0.0.1 by the time the address is looked at.
 * @param publicOnly also refuse the names that always mean this machine (RFC 6761), and ports of other protocols
 */
export function createUrlCheck(policy: AddressPolicy, publicOnly: boolean): (address: string) => URL {
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
    } else if (publicOnly && /^(.*\.)?localhost\.?$/.test(url.hostname)) {
      throw refusedAddress(url.host, 'a loopback address', url.hostname, true)
    }
    if (publicOnly && blockedPorts.has(url.port)) {
      throw new FetchError('url', `the URL's port is ${url.port}, which belongs to another protocol than HTTP`)
    }
    return url
  }
}
