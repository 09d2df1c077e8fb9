/** The drawings there are: those of the emoji set, with the place of each one's bytes in its file, and our own. */
import catalogue from './catalogue.generated.json' with { type: 'json' }
import { drawnNames } from './drawn-names.ts'

export interface DrawingPlace {
  /** Bytes from the start of icons.json. */
  offset: number
  length: number
}

const places = new Map(Object.entries(catalogue.drawings))

/** What the catalogue was made from; other bytes than these make its places meaningless. */
export const catalogueSource = { version: catalogue.version, bytes: catalogue.bytes }

/** The name of every drawing, such as `cat` or `evergreen-tree`, skin tones as suffixes. */
export function drawingNames(): readonly string[] {
  return [...places.keys(), ...drawnNames]
}

/** Where the drawing stands in icons.json, or undefined when the emoji set has none of that name. */
export function findDrawing(name: string): DrawingPlace | undefined {
  const [offset, length] = places.get(name) ?? []
  return offset === undefined || length === undefined ? undefined : { offset, length }
}
