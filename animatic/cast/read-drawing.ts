/** One drawing as SVG: a file of our own, or the few kilobytes of the emoji set's 104 MB that show it. */
import { open, readFile, stat } from 'node:fs/promises'
import { catalogueSource, findDrawing } from './catalogue.ts'
import { drawnFile } from './drawn-names.ts'
import { iconsPath, iconsVersion } from './icons-file.ts'
import { plainSvg } from './plain-svg.ts'

interface Icon {
  body: string
  width?: number
  height?: number
}

/** Units of a drawing that names no size of its own. */
const usualSize = 32

/** The drawing as an SVG document with the given pixel height. Throws when the set has no such drawing. */
export async function readDrawing(name: string, heightPixels: number): Promise<Buffer> {
  const own = drawnFile(name)
  if (own !== undefined) return sized(await readFile(own, 'utf8'), heightPixels)
  const { body, width = usualSize, height = usualSize } = await readIcon(name)
  const widthPixels = Math.round((heightPixels * width) / height)
  return Buffer.from(
    plainSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPixels}" height="${heightPixels}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
    ),
  )
}

/** Our own drawings are square. */
function sized(svg: string, pixels: number): Buffer {
  return Buffer.from(plainSvg(svg.replace('<svg ', `<svg width="${pixels}" height="${pixels}" `)))
}

async function readIcon(name: string): Promise<Icon> {
  const place = findDrawing(name)
  if (!place) throw new Error(`The emoji set has no drawing named "${name}".`)
  const path = iconsPath()
  const { size } = await stat(path)
  if (size !== catalogueSource.bytes || iconsVersion() !== catalogueSource.version) return searchIcon(path, name)
  await using file = await open(path)
  const slice = Buffer.alloc(place.length)
  await file.read(slice, 0, place.length, place.offset)
  return JSON.parse(slice.toString('utf8'))
}

/** The slow way, for an installed set other than the one catalogued: the whole file. */
async function searchIcon(path: string, name: string): Promise<Icon> {
  const { icons }: { icons: Record<string, Icon> } = JSON.parse(await readFile(path, 'utf8'))
  const icon = icons[name]
  if (!icon) throw new Error(`The installed emoji set has no drawing named "${name}".`)
  return icon
}
