import type { ConfiguredEngine, Registry } from './registry.ts'

const probeSeconds = 10

export interface EngineHealth {
  name: string
  type: string
  ok: boolean
  /** What the engine's server says of itself, or what is wrong. */
  message: string
}

/** Asks every engine's server how it is, side by side; none takes longer than ten seconds. Never rejects. */
export function probeEngines(registry: Registry, signal: AbortSignal): Promise<EngineHealth[]> {
  return Promise.all(registry.all().map((one) => probe(one, signal)))
}

async function probe({ name, type, engine, circuit }: ConfiguredEngine, signal: AbortSignal): Promise<EngineHealth> {
  if (!engine.probe) return { name, type, ok: true, message: 'runs in this process' }
  const limit = AbortSignal.timeout(probeSeconds * 1000)
  try {
    const message = await engine.probe(AbortSignal.any([signal, limit]))
    const passedOver = circuit.isOpen() ? `; passed over for now, because of: ${circuit.lastFailure()}` : ''
    return { name, type, ok: passedOver === '', message: message + passedOver }
  } catch (error) {
    const message = limit.aborted ? `did not answer within ${probeSeconds} seconds` : (error as Error).message
    return { name, type, ok: false, message }
  }
}
