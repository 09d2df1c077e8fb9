/** The places the engine can paint. `default` is an open landscape, for a prompt that names no place. */
export const setNames = [
  'default',
  'river',
  'lake',
  'ocean',
  'beach',
  'underwater',
  'forest',
  'mountain',
  'meadow',
  'desert',
  'snow',
  'city',
  'village',
  'road',
  'garden',
  'space',
  'sky',
  'room',
  'stage',
] as const

export type SetName = (typeof setNames)[number]
