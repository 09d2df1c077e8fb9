/** CPU seconds of a measurement of Node's, as `process.cpuUsage` and `process.threadCpuUsage` give it. */
export const secondsOf = ({ user, system }: { user: number; system: number }): number => (user + system) / 1e6
