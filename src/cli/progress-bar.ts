const width = 30

export interface ProgressBar {
  /** Percent, and what is going on. */
  show(percent: number, label: string): void
  done(): void
}

/** One line that redraws itself on a terminal; elsewhere a line for each tenth. */
export function createProgressBar(out: NodeJS.WriteStream): ProgressBar {
  const started = performance.now()
  let lastTenth = -1
  return {
    show(percent, label) {
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      if (out.isTTY) {
        const full = Math.round((percent / 100) * width)
        const bar = '█'.repeat(full) + '░'.repeat(width - full)
        out.write(`\r  ${bar} ${String(percent).padStart(3)} %  ${seconds} s  ${label}\u001b[K`)
      } else if (Math.floor(percent / 10) > lastTenth) {
        lastTenth = Math.floor(percent / 10)
        out.write(`  ${percent} %  ${seconds} s  ${label}\n`)
      }
    },
    done() {
      if (out.isTTY) out.write('\n')
    },
  }
}
