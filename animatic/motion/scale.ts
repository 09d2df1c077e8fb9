/** How tall each subject is drawn, from its real height and from what the picture needs. */
import type { Subject } from '../script/shot-plan.ts'

/** Shares of the frame's useful side: the lead fills about a third, whatever it is in the world. */
const leadShare = 0.36
const tallestShare = 0.66
const smallestShare = 0.07

/** The subject the shot is about: the first that is not scenery. */
export function leadIndex(subjects: readonly Subject[]): number {
  const index = subjects.findIndex(({ kind }) => kind !== 'sky' && kind !== 'plant')
  return Math.max(index, 0)
}

/** Heights in pixels, one for each subject; the frame's smaller side bounds a portrait picture too. */
export function subjectHeights(subjects: readonly Subject[], width: number, height: number): number[] {
  const useful = Math.min(height, width * 1.12)
  const lead = subjects[leadIndex(subjects)]
  if (!lead) return []
  // A mouse is drawn smaller than a whale, but not in their true proportion.
  const base = leadShare * Math.min(1.3, Math.max(0.72, (lead.heightMetres / 1.2) ** 0.1))
  return subjects.map((subject) => {
    if (subject.kind === 'sky') return useful * 0.19
    const real = subject.heightMetres / lead.heightMetres
    const ratio = real ** (real < 1 ? 0.62 : 0.45)
    return useful * Math.min(tallestShare, Math.max(smallestShare, base * Math.min(2.2, Math.max(0.2, ratio))))
  })
}
