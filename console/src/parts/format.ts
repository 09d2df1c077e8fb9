/** How numbers and times are written, everywhere. */

export const formatNumber = (value: number): string => value.toLocaleString('en')

/** 0 -> "free", 1 -> "1 credit". */
export function formatCredits(credits: number): string {
  return credits === 1 ? '1 credit' : `${formatNumber(credits)} credits`
}

/** Seconds to read: "850 ms", "4.2 s", "2 min 5 s", "15 min", "3 h 10 min". */
export function formatSeconds(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Bytes to read; 1 MB is 1024 x 1024. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'kB'] : [bytes / 1024 ** 2, 'MB']
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

const timeFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const relativeFormat = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Unix seconds as a date and time of the reader's own zone. */
export const formatTime = (unixSeconds: number): string => timeFormat.format(unixSeconds * 1000)

/** Unix seconds as seen from `now` (Unix seconds): "3 minutes ago", "in 2 days". */
export function formatRelative(unixSeconds: number, now = Date.now() / 1000): string {
  const distance = unixSeconds - now
  for (const [unit, size] of steps) {
    if (Math.abs(distance) >= size) return relativeFormat.format(Math.round(distance / size), unit)
  }
  return Math.abs(distance) < 5 ? 'just now' : relativeFormat.format(Math.round(distance), 'second')
}
