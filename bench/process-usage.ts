/** What a process uses, by /proc: Linux only. */
import { readFile } from 'node:fs/promises'

/** Linux counts a process's time in hundredths of a second. */
const ticksPerSecond = 100

/** Those that are alive; the media processes are, once there was a film. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}

/** Resident memory and processor time of a process, its children left out; from /proc. */
export async function usageOf(pid: number): Promise<{ megabytes: number; cpuSeconds: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  const megabytes = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  return { megabytes, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
}
