import { spawnSync } from 'node:child_process'

/**
 * For a test that runs another program: skips it, and says so, on a machine that has not got the program. In CI, where
 * everything is there, it is never skipped.
 */
export function needs(tool: string): { skip: string | false } {
  const missing = process.env.CI === undefined && spawnSync(tool, ['--version']).error !== undefined
  return { skip: missing && `${tool} is not on this machine` }
}
