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

/** One reference image; see Media.fetchImage. */
export async function fetchImage(
  tools: { guardedFetch: GuardedFetch; pool: MediaPool; limits: MediaLimits },
  source: string,
  destinationPath: string,
  field: string,
  signal: AbortSignal,
): Promise<ImageFacts> {
  const { guardedFetch, pool, limits } = tools
  const allowed =
    `a JPEG, PNG, WebP, GIF or AVIF image of at most ${formatBytes(limits.imageBytes)}, ` +
    `${limits.imagePixels / 1_000_000} megapixels and ${limits.imageSide} pixels a side is expected`
  const format = formatOf(destinationPath)
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
        const request = { kind: 'image', input: rawPath, output: cleanPath, format } as const
        const { imagePixels: maxPixels, imageSide: maxSide } = limits
        const size = await pool.run({ ...request, maxPixels, maxSide }, decodeSeconds, signal)
        const { size: bytes } = await stat(cleanPath)
        return { path: destinationPath, ...size, contentType: `image/${format}` as const, bytes }
      } catch (error) {
        throw await explainReference(error, { field, allowed, sniff: () => sniffFile(rawPath) })
      }
    }),
  )
}

function formatOf(path: string): ImageFormat {
  const extension = extname(path).toLowerCase()
  if (extension === '.webp') return 'webp'
  return extension === '.jpg' || extension === '.jpeg' ? 'jpeg' : 'png'
}
