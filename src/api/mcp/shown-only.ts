import { fromJsonSchema, type jsonSchemaValidator } from '@modelcontextprotocol/server'
import { z } from 'zod'

const takesAnything: jsonSchemaValidator = {
  getValidator: () => (data) => ({ valid: true, data: data as never, errorMessage: undefined }),
}

/** A tool's fields as the client is shown them; the SDK checks nothing by it, so that the tool says what is wrong. */
export function shownOnly(input: z.ZodObject) {
  const schema = z.toJSONSchema(input, { io: 'input', override: ({ jsonSchema }) => delete jsonSchema.allowed })
  return fromJsonSchema(schema as Parameters<typeof fromJsonSchema>[0], takesAnything)
}
