import ipaddr from 'ipaddr.js'

/** Decides whether a connection may go to an address. */
export interface AddressPolicy {
  /**
   * @param address an IPv4 or IPv6 address in any form the resolver or WHATWG URL gives
   * @returns null when allowed, else what it is, as words: `a loopback address`
   */
  refusal(address: string): string | null
}

/**
 * Cloud platforms' own services, which hand out the machine's credentials: AWS, Google, Oracle and Scaleway over IPv6,
 * Alibaba, Azure and Oracle's older one. Most of the others (AWS, Google, Oracle, OpenStack: 169.254.169.254; ECS:
 * 169.254.170.2) are link-local and refused as such.
 */
const platformAddresses = [
  'fd00:ec2::254',
  'fd20:ce::254',
  'fd00:c1::a9fe:a9fe',
  'fd00:42::42',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
].map((address) => ipaddr.parse(address))

/** IANA's one block of global unicast; ipaddr.js calls whatever it has no name for unicast, `::127.0.0.1` too. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Where an operator's own machines live; never link-local, multicast or the unspecified address. */
const privateRanges = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat', 'reserved'])

const words: Record<string, string> = {
  unspecified: 'the unspecified address',
  linkLocal: 'a link-local address',
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private address',
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
}

/**
 * @param allowPrivate true: private networks and this machine too; a list: these CIDR blocks and nothing else private
 * @throws Error when a block in the list is not CIDR
 */
export function createAddressPolicy(allowPrivate: boolean | readonly string[]): AddressPolicy {
  const exempt = Array.isArray(allowPrivate) ? allowPrivate.map((block: string) => ipaddr.parseCIDR(block)) : []
  return {
    refusal(address) {
      if (!ipaddr.isValid(address)) return 'not an IP address'
      const parsed = ipaddr.process(address)
      if (exempt.some(([block, bits]) => block.kind() === parsed.kind() && parsed.match(block, bits))) return null
      if (platformAddresses.some((platform) => platform.toString() === parsed.toString())) {
        return "a cloud platform's own address"
      }
      const range = rangeOf(parsed)
      if (range === 'unicast' || (allowPrivate === true && privateRanges.has(range))) return null
      return words[range] ?? 'an address that is not on the public internet'
    },
  }
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range()
  if (address instanceof ipaddr.IPv6 && range === 'unicast' && !address.match(globalUnicast)) return 'unallocated'
  return range
}
