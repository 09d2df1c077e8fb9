/** A collector of OpenTelemetry's, to which the traces of this process and its children go while it is there. */
import { type Receiver, startReceiver } from './receiver.ts'

export interface SentSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  links?: { traceId: string }[]
  status: { code?: number }
}

export interface Collector extends Receiver {
  /** What it has of a trace, by the trace's UUID; with a service, what processes of that name sent. */
  spansOf(traceId: string, service?: string): SentSpan[]
}

export async function startCollector(variables: Record<string, string> = {}): Promise<Collector> {
  const receiver = await startReceiver((_request, response) => void response.end('{}'))
  const all = { OTEL_BSP_SCHEDULE_DELAY: '50', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...variables }
  Object.assign(process.env, all)
  return {
    ...receiver,
    spansOf: (traceId, service) =>
      receiver.received
        .flatMap(({ body }) => JSON.parse(body).resourceSpans)
        .filter(({ resource }) => service === undefined || JSON.stringify(resource).includes(`"${service}"`))
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans as SentSpan[])
        .filter((span) => span.traceId === traceId.replaceAll('-', '')),
    async [Symbol.asyncDispose]() {
      for (const name of Object.keys(all)) delete process.env[name]
      await receiver[Symbol.asyncDispose]()
    },
  }
}
