import type { Store } from './store.ts'

export interface DiskStoreOptions {
  /** Absolute path of the folder files are kept in; made when missing. */
  root: string
}

export declare function createDiskStore(options: DiskStoreOptions): Promise<Store>
