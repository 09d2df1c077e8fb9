/** What the emoji set lacks and is drawn by hand: a file `drawn/<name>.svg` for each, 32 units square. */
export const drawnNames = [
  'baseball-bat',
  'baseball-glove',
  'bench',
  'bottle',
  'bowl',
  'couch',
  'cup',
  'dining-table',
  'dishes',
  'eiffel-tower',
  'fire-hydrant',
  'fork',
  'hair-drier',
  'harp',
  'lamp',
  'microwave',
  'oven',
  'parking-meter',
  'plate',
  'pot',
  'refrigerator',
  'remote',
  'sink',
  'snowboard',
  'surfboard',
  'table',
  'toaster',
  'vase',
] as const

/** Where the hand-made drawing stands, or undefined when the name is not one of them. */
export function drawnFile(name: string): URL | undefined {
  return drawnNames.some((known) => known === name) ? new URL(`./drawn/${name}.svg`, import.meta.url) : undefined
}
