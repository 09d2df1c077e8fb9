/** Where on a drawing another one sits, stands or lies: measured on its outline, told where the outline misleads. */
import type { Sprite } from './sprite.ts'

export interface Perch {
  /** Shares of the bearer's width and height, from the middle of its foot. */
  right: number
  up: number
}

/** `right` is towards the way it faces. */
const told: Readonly<Record<string, Perch>> = {
  chair: { right: 0, up: 0.44 },
  swing: { right: 0, up: 0.24 },
  seat: { right: 0, up: 0.4 },
  couch: { right: 0, up: 0.42 },
  'couch-and-lamp': { right: 0, up: 0.35 },
  bed: { right: -0.08, up: 0.5 },
  bench: { right: 0, up: 0.4 },
  bicycle: { right: -0.18, up: 0.72 },
  motorcycle: { right: -0.12, up: 0.66 },
  'motor-scooter': { right: -0.16, up: 0.55 },
  'kick-scooter': { right: -0.05, up: 0.12 },
  sled: { right: 0, up: 0.5 },
  sailboat: { right: 0.16, up: 0.38 },
  canoe: { right: -0.1, up: 0.6 },
  speedboat: { right: -0.1, up: 0.62 },
  'deciduous-tree': { right: 0.05, up: 0.7 },
  'evergreen-tree': { right: 0, up: 0.86 },
  'palm-tree': { right: 0, up: 0.9 },
  toilet: { right: 0, up: 0.55 },
  camel: { right: 0, up: 0.86 },
  tractor: { right: -0.2, up: 0.6 },
  'carousel-horse': { right: 0, up: 0.55 },
}

/** The level of the top over the middle third of the drawing. */
export function perchOf(drawing: string, { picture }: Pick<Sprite, 'picture'>): Perch {
  const known = told[drawing]
  if (known) return known
  const { width, height } = picture
  const from = Math.floor(width * 0.34)
  const across = Math.max(1, Math.floor(width * 0.32))
  const { data } = picture.getContext('2d').getImageData(from, 0, across, height)
  const tops: number[] = []
  for (let x = 0; x < across; x += 2) {
    let y = 0
    while (y < height && (data[(y * across + x) * 4 + 3] ?? 0) < 128) y++
    tops.push(y)
  }
  tops.sort((one, other) => one - other)
  const top = tops[Math.floor(tops.length / 2)] ?? 0
  return { right: 0, up: 1 - Math.min(0.9, top / height) }
}
