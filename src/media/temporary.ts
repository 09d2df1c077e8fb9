import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Lets `write` fill a temporary file beside the destination and renames it when whole. Whatever happens, nothing
 * half-written stays.
 * @param destination absolute path; its folder is made when missing
 */
export async function writeWhole<Result>(
  destination: string,
  write: (temporaryPath: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(destination), { recursive: true })
  const temporaryPath = `${destination}.${randomUUID()}.part`
  try {
    const result = await write(temporaryPath)
    await rename(temporaryPath, destination)
    return result
  } finally {
    // Also after success: renaming a hard link over another of the same file does nothing and leaves both (POSIX).
    await rm(temporaryPath, { force: true })
  }
}

/** Lets `use` fill a file that is gone afterwards. */
export async function withScratchFile<Result>(path: string, use: (path: string) => Promise<Result>): Promise<Result> {
  try {
    return await use(path)
  } finally {
    await rm(path, { force: true })
  }
}

/** The same bytes under a second name: a hard link, or a copy where the file system has none or it is another one. */
export async function linkOrCopy(source: string, destination: string): Promise<void> {
  await link(source, destination).catch(() => copyFile(source, destination))
}
