/** Requests made from the document: mostly right, some almost, some hostile. */
import type { InjectOptions } from 'fastify'
import { type FormPart, form } from '../form.ts'
import { type Document, type Parameter, type Route, resolve, type Schema } from './document.ts'
import type { Random } from './random.ts'
import type { Values } from './values.ts'

/** How a request is meant: as the document says, with one thing wrong, or as an attacker would. */
export type Intent = 'fitting' | 'almost' | 'hostile'

export interface Made {
  route: Route
  intent: Intent
  options: InjectOptions
}

export interface Sender {
  headers: Record<string, string>
}

export interface Making {
  document: Document
  random: Random
  values: Values
  /** Who may send: those whom the route's security names, or anybody. */
  senderFor(route: Route): Sender
  /** Bytes of a file, as a form sends them. */
  files: readonly { name: string; type: string; bytes: Buffer }[]
}

const broken = [
  '{',
  '',
  'null',
  '[]',
  '"x"',
  '{"a":1,}',
  '\ufeff{}',
  '{"a":1}{',
  'a=b&c=d',
  Buffer.from([0x7b, 0xff, 0xfe]),
]
const types = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=latin1',
  'x',
]

export function makeRequest(making: Making, route: Route, intent: Intent): Made {
  const { random } = making
  const { method, path, operation } = route
  const parameters = operation.parameters ?? []
  const headers: Record<string, string> = { ...making.senderFor(route).headers }
  for (const parameter of parameters.filter((one) => one.in === 'header' && (one.required || random.chance(0.3)))) {
    const value = String(parameterValue(making, parameter, intent))
    if (/^[\x20-\x7e]*$/.test(value)) headers[parameter.name.toLowerCase()] = value.slice(0, 1000)
  }
  const url = urlOf(making, path, parameters, intent)
  const remoteAddress = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`
  const options: InjectOptions = { method: method as NonNullable<InjectOptions['method']>, url, headers, remoteAddress }
  return { route, intent, options: { ...options, ...bodyOf(making, route, intent, headers) } }
}

function urlOf(making: Making, path: string, parameters: Parameter[], intent: Intent): string {
  const { random } = making
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.name === name) ?? { name, in: 'path' as const, schema: {} }
    // An empty part, and one of dots, would be another path.
    const value = String(parameterValue(making, parameter, intent))
      .slice(0, 300)
      .toWellFormed()
    return encodeURIComponent(/^\.{0,2}$/.test(value) ? 'none' : value)
  })
  const query = new URLSearchParams()
  for (const parameter of parameters.filter((one) => one.in === 'query')) {
    if (parameter.required || random.chance(0.4))
      query.append(parameter.name, String(parameterValue(making, parameter, intent)))
    if (intent !== 'fitting' && random.chance(0.05)) query.append(parameter.name, 'again')
  }
  return query.size > 0 ? `${filled}?${query}` : filled
}

function parameterValue({ values, random }: Making, { name, schema }: Parameter, intent: Intent): unknown {
  const value = values.fitting(schema, name)
  if (intent === 'fitting' || random.chance(0.5)) return value
  const wrong = intent === 'almost' ? values.almost(value) : values.hostile()
  return typeof wrong === 'object' ? (JSON.stringify(wrong) ?? '').slice(0, 500) : wrong
}

function bodyOf(making: Making, { operation }: Route, intent: Intent, headers: Record<string, string>): InjectOptions {
  const { random, values } = making
  const content = operation.requestBody?.content
  if (!content) return {}
  const type = random.pick(Object.keys(content))
  const schema = content[type]?.schema ?? {}
  if (type === 'multipart/form-data') return formOf(making, schema, intent, headers)
  if (type === '*/*')
    return { headers: { ...headers, 'content-type': random.pick([...types, 'application/json']) }, payload: 'x' }
  const sent = { ...headers, 'content-type': 'application/json' }
  if (intent === 'hostile') {
    if (random.chance(0.3)) return { headers: sent, payload: random.pick(broken) }
    if (random.chance(0.2)) return { headers: { ...sent, 'content-type': random.pick(types) }, payload: '{}' }
    return { headers: sent, payload: JSON.stringify(values.hostile()) ?? 'null' }
  }
  const value = values.fitting(schema)
  return { headers: sent, payload: JSON.stringify(intent === 'almost' ? values.almost(value) : value) ?? 'null' }
}

function formOf(making: Making, schema: Schema, intent: Intent, headers: Record<string, string>): InjectOptions {
  const { document, random, values } = making
  const { properties = {}, allOf = [] } = schema
  const all = Object.assign({}, ...allOf.map((one) => resolve(document, one).properties), properties) as Record<
    string,
    Schema & { format?: string }
  >
  const parts: FormPart[] = []
  for (const [name, field] of Object.entries(all)) {
    if (random.chance(0.2)) continue
    if (field.format === 'binary') {
      const { bytes, type, name: filename } = random.pick(making.files)
      parts.push({ name, value: bytes, filename, type })
      continue
    }
    const value = intent === 'fitting' ? values.fitting(field, name) : values.almost(values.fitting(field, name))
    parts.push({ name, value: typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? '') })
  }
  const { headers: own, payload } = form(parts)
  const cut = intent === 'hostile' ? payload.subarray(0, random.below(payload.length + 1)) : payload
  return { headers: { ...headers, ...own }, payload: cut }
}
