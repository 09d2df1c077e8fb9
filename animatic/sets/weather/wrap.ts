/** `x` brought into [0, span), so that what leaves the frame on one side comes in on the other. */
export function wrap(x: number, span: number): number {
  return ((x % span) + span) % span
}
