import { isIP } from 'node:net'
import { createAddressPolicy } from '../../net/address.ts'

/**
 * Whether the host of a URL is, by its name alone, on a private network: a private address, or a name that only a
 * private network knows (`gpu-1`, `comfy.local`, `sglang.media.svc.cluster.local`).
 */
export function isPrivateHost(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(host)) return createAddressPolicy(false).refusal(host) !== null
  return !host.includes('.') || /\.(local|localhost|internal|intranet|lan|home|home\.arpa|test)$/.test(host)
}
