import { stat, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import { formatBytes } from '../net/limit-body.ts'
import { downloadFile } from './download.ts'
import { explainReference } from './explain.ts'
import type { ImageFacts } from './facts.ts'
import { decodeInlineImage } from './inline-image.ts'
import type { MediaLimits } from './limits.ts'
import type { MediaPool } from './media-pool.ts'
import type { ImageFormat } from './protocol.ts'
import { sniffFile } from './sniff.ts'
import { withScratchFile, writeWhole } from './temporary.ts'

const decodeSeconds = 30

interface ImageTools {
  guardedFetch: GuardedFetch
  pool: MediaPool
  limits: MediaLimits
}

/** One reference image; see Media.fetchImage. */
export async function fetchImage(
  tools: ImageTools,
  source: string,
  destinationPath: string,
  field: string,
  signal: AbortSignal,
): Promise<ImageFacts> {
  const { guardedFetch, limits } = tools
  return writeWhole(destinationPath, (cleanPath) =>
    // The original never gets the destination's name, so it is never mistaken for the clean image.
    withScratchFile(`${cleanPath}.original`, async (rawPath) => {
      const inline = decodeInlineImage(source, field, limits.imageBytes)
      try {
        if (inline) await writeFile(rawPath, inline, { flag: 'wx' })
        else {
          const budget = { maxBytes: limits.imageBytes, totalSeconds: limits.referenceSeconds }
          await downloadFile(guardedFetch, { url: source.trim() }, rawPath, budget, signal)
        }
        return await cleanImage(tools, rawPath, cleanPath, destinationPath, signal)
      } catch (error) {
        throw await explainReference(error, { field, allowed: allowedBy(limits), sniff: () => sniffFile(rawPath) })
      }
    }),
  )
}

/** An image that is here already; see Media.readImage. */
export function readImage(
  tools: ImageTools,
  inputPath: string,
  destinationPath: string,
  field: string,
  signal: AbortSignal,
): Promise<ImageFacts> {
  return writeWhole(destinationPath, async (cleanPath) => {
    try {
      return await cleanImage(tools, inputPath, cleanPath, destinationPath, signal)
    } catch (error) {
      throw await explainReference(error, {
        field,
        allowed: allowedBy(tools.limits),
        sniff: () => sniffFile(inputPath),
      })
    }
  })
}

/** Draws a foreign image anew in the format of its destination. */
async function cleanImage(
  { pool, limits }: Pick<ImageTools, 'pool' | 'limits'>,
  rawPath: string,
  cleanPath: string,
  destinationPath: string,
  signal: AbortSignal,
): Promise<ImageFacts> {
  const format = formatOf(destinationPath)
  const request = { kind: 'image', input: rawPath, output: cleanPath, format } as const
  const { imagePixels: maxPixels, imageSide: maxSide } = limits
  const size = await pool.run({ ...request, maxPixels, maxSide }, decodeSeconds, signal)
  const { size: bytes } = await stat(cleanPath)
  return { path: destinationPath, ...size, contentType: `image/${format}` as const, bytes }
}

const allowedBy = (limits: MediaLimits): string =>
  `a JPEG, PNG, WebP, GIF or AVIF image of at most ${formatBytes(limits.imageBytes)}, ` +
  `${limits.imagePixels / 1_000_000} megapixels and ${limits.imageSide} pixels a side is expected`

function formatOf(path: string): ImageFormat {
  const extension = extname(path).toLowerCase()
  if (extension === '.webp') return 'webp'
  return extension === '.jpg' || extension === '.jpeg' ? 'jpeg' : 'png'
}
