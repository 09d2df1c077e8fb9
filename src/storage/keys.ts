import { RushesError } from '../errors.ts'

/** The content type of each kind of file that is kept, by its extension. A disk keeps no types, so the name says it. */
const contentTypes: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mov': 'video/quicktime',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.json': 'application/json',
}

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
const maxKeyLength = 512

/**
 * A key is `/`-separated segments of letters, digits, `.`, `_` and `-`, each starting with a letter or digit, and ends
 * in a known extension: `tasks/4f0c/video.mp4`. So it can be a path on any file system, an object's name, and a part
 * of a URL without escaping, and cannot climb out of its root.
 * @throws RushesError api_error: keys are made by us, never by a caller
 */
export function checkKey(key: string): void {
  checkSegments(key)
  if (!contentTypeOf(key)) {
    throw new RushesError('api_error', `The storage key "${key}" has none of: ${Object.keys(contentTypes).join(', ')}.`)
  }
}

/**
 * @returns the folder without a slash at the end; '' for everything
 * @throws RushesError api_error
 */
export function checkPrefix(prefix: string): string {
  const folder = prefix.replace(/\/$/, '')
  if (folder !== '') checkSegments(folder)
  return folder
}

/** Whether a string, from anywhere, is a key. */
export function isKey(key: string): boolean {
  return key.length <= maxKeyLength && key.split('/').every((part) => segment.test(part)) && contentTypeOf(key) !== null
}

/** Null for an extension that is not kept. */
export function contentTypeOf(key: string): string | null {
  return contentTypes[/\.[a-z0-9]+$/.exec(key)?.[0] ?? ''] ?? null
}

function checkSegments(path: string): void {
  if (path.length > maxKeyLength || !path.split('/').every((part) => segment.test(part))) {
    throw new RushesError(
      'api_error',
      `The storage key "${path.slice(0, 80)}" is malformed; segments of letters, digits, ".", "_" and "-" are expected.`,
    )
  }
}
