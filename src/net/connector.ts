import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction, type Socket, connect as tcpConnect } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import type { buildConnector } from 'undici'
import type { AddressPolicy } from './address.ts'
import { FetchError } from './fetch-error.ts'

/** Resolves a host name to every address it has. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>

/**
 * How long one address may take before the next of the same host is tried beside it (RFC 8305). Node's 250 ms loses
 * hosts that are far away: the slow family is given up before the other has failed.
 */
const nextAddressAfterMs = 1_500

/**
 * Opens the socket of one hop. The addresses that were checked are the ones the socket is given, so a name that
 * resolves differently a moment later changes nothing.
 * @param signal destroys the socket, also while it still resolves or shakes hands
 */
export function createConnector(options: {
  policy: AddressPolicy
  lookup: Lookup
  connectTimeoutMs: number
  signal: AbortSignal
}): buildConnector.connector {
  const { policy, connectTimeoutMs, signal } = options
  return ({ hostname, host, protocol, port }, callback) => {
    const name = host ?? hostname
    const refusal = isIP(hostname) === 0 ? null : policy.refusal(hostname)
    if (refusal) return callback(refusedAddress(name, refusal, hostname, false), null)

    const target = {
      host: hostname,
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      lookup: checkedLookup(policy, options.lookup, name),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: nextAddressAfterMs,
    }
    const secure = protocol === 'https:'
    const socket: Socket = secure
      ? tlsConnect({ ...target, ALPNProtocols: ['http/1.1'], ...(isIP(hostname) ? {} : { servername: hostname }) })
      : tcpConnect(target)
    socket.setNoDelay(true)

    const late = () =>
      socket.destroy(new FetchError('connect', `${name} could not be connected to within ${connectTimeoutMs / 1000} s`))
    const aborted = () => socket.destroy(new Error('aborted', { cause: signal.reason }))
    const timer = setTimeout(late, connectTimeoutMs)
    signal.addEventListener('abort', aborted, { once: true })
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
      socket.off('error', failed)
    }
    const failed = (error: Error) => {
      settle()
      callback(error, null)
    }
    socket.once('error', failed)
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      settle()
      callback(null, socket)
    })
    if (signal.aborted) aborted()
  }
}

/** A `lookup` for net.connect that answers only when every address of the name is allowed. */
function checkedLookup(policy: AddressPolicy, lookup: Lookup, name: string): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname)
      .then((addresses) => {
        for (const { address } of addresses) {
          const refusal = policy.refusal(address)
          if (refusal) throw refusedAddress(name, refusal, address, true)
        }
        const first = addresses[0]
        if (!first) throw new FetchError('resolve', `${name} could not be resolved: the name has no address`)
        return { addresses, first }
      })
      .then(
        ({ addresses, first }) =>
          options.all ? callback(null, addresses) : callback(null, first.address, first.family),
        (error: Error) => callback(error, ''),
      )
  }
}

/** The address a name resolved to stays in the cause: a caller is not told what the inside looks like. */
export function refusedAddress(name: string, refusal: string, address: string, resolved: boolean): FetchError {
  const what = resolved ? `resolves to ${refusal}` : `is ${refusal}`
  return new FetchError('address', `${name} ${what}; only hosts on the public internet are fetched`, { address })
}
