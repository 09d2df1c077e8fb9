import type { Readable } from 'node:stream'

/** One kept file. */
export interface StoredFile {
  /** `/`-separated segments of letters, digits, `-`, `_` and `.`, with an extension; see keys.ts. */
  key: string
  bytes: number
  contentType: string
  /** A strong validator in quotes, as the HTTP header wants it. */
  etag: string
  modifiedAt: Date
}

export interface ListedFile extends StoredFile {
  /** When it came to its place, or later: its bytes may be older, where it is the copy of another. */
  keptAt: Date
}

/** Bytes, both ends inclusive, as in an HTTP Range. `end` may be left out. */
export interface ByteRange {
  start: number
  end?: number
}

export interface OpenedFile {
  file: StoredFile
  /** Destroy it to stop early. */
  body: Readable
}

/** Where finished files are kept. Two implementations pass store.conformance.ts. */
export interface Store {
  /**
   * The folder whose relative paths are the keys, for a store on the local disk; null for a store elsewhere.
   */
  readonly diskRoot: string | null
  /**
   * Keeps a copy of a local file under the key, whole or not at all, replacing what was there. The local file stays
   * where it is; it must not be written to afterwards, since a store on the same disk shares its bytes by a hard link.
   * @throws RushesError api_error for a malformed key
   */
  put(key: string, localPath: string, contentType: string, signal: AbortSignal): Promise<StoredFile>
  /** Null when there is no such file. */
  stat(key: string, signal: AbortSignal): Promise<StoredFile | null>
  /** Null when there is no such file. */
  open(key: string, range: ByteRange | null, signal: AbortSignal): Promise<OpenedFile | null>
  /**
   * A link that the store itself checks and answers, good until then, but for a week at the most; null from a store that
   * has none, whose files this server sends.
   */
  linkTo(key: string, expiresAt: Date): Promise<string | null>
  /** A missing file is no error. */
  delete(key: string, signal: AbortSignal): Promise<void>
  /** Deletes every file below the folder `prefix` (`tasks/abc` or `tasks/abc/`). */
  deletePrefix(prefix: string, signal: AbortSignal): Promise<void>
  /** Every file below the folder, in order of key; '' lists all. */
  list(prefix: string, signal: AbortSignal): AsyncIterable<ListedFile>
}
