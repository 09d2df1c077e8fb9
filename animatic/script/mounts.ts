import type { Thing } from './pieces.ts'
import type { Actor } from './relations.ts'

/** Mounts nobody named, by the deed; a drawing of a person has a horse and a bicycle of its own. */
const mounts: Readonly<Record<string, string>> = { skateboard: 'skateboard', horse: 'horse', cycle: 'bicycle' }

/** The mounts to add to the actors, already placed under their riders. */
export function addMounts(actors: readonly Actor[]): Actor[] {
  const added: Actor[] = []
  for (const actor of actors) {
    const name = mounts[actor.verb?.base ?? '']
    const shown = actor.thing.noun.kind === 'body' && name !== 'skateboard'
    if (name === undefined || shown || actor.relation !== undefined) continue
    const noun = { kind: 'drawing', name } as const
    const thing: Thing = {
      kind: 'thing',
      words: name,
      noun,
      count: 1,
      sizeFactor: 1,
      adjectives: [],
      bare: true,
    }
    const mount: Actor = { thing, passive: true }
    added.push(mount)
    actor.relation = { kind: 'riding', of: mount }
  }
  return added
}
