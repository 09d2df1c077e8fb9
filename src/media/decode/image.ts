import sharp, { type Sharp } from 'sharp'
import { type ImageFormat, type ImageSize, MediaError } from '../protocol.ts'

// Everything libvips can load is shut but these: no SVG, PDF, ImageMagick or anything else that interprets.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
})
sharp.cache(false)

/**
 * Decodes the first frame of a foreign image, turns it upright and encodes it anew, in 8-bit sRGB and without
 * metadata. The header is looked at first, so that a bomb is refused before a pixel is unpacked.
 * @throws MediaError not_media, too_many_pixels, undecodable
 */
export async function writeImage(request: {
  input: string
  output: string
  format: ImageFormat
  maxPixels: number
  maxSide: number
}): Promise<ImageSize> {
  const header = await sharp(request.input, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new MediaError('not_media', 'is not an image', error)
    })
  const { width, height } = header
  if (width > request.maxSide || height > request.maxSide || width * height > request.maxPixels) {
    throw new MediaError('too_many_pixels', `is an image of ${width}x${height} pixels`)
  }
  const upright = sharp(request.input, { limitInputPixels: request.maxPixels, failOn: 'error', page: 0, pages: 1 })
    .autoOrient()
    .toColourspace('srgb')
  const info = await encode(upright, request.format)
    .toFile(request.output)
    .catch((error: unknown) => {
      const message = `is a ${(header.format ?? '').toUpperCase()} image that is cut off or damaged`
      throw new MediaError('undecodable', message, error)
    })
  return { width: info.width, height: info.height }
}

/** JPEG has no transparency: what is transparent becomes white. */
function encode(image: Sharp, format: ImageFormat): Sharp {
  if (format === 'png') return image.png()
  if (format === 'webp') return image.webp({ quality: 92 })
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
}
