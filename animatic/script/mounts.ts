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
    const mount: Actor = { thing: unnamedThing(name), passive: true }
    added.push(mount)
    actor.relation = { kind: 'riding', of: mount }
  }
  return added
}

/** One of a drawing that the prompt does not name but means. */
export function unnamedThing(name: string): Thing {
  return {
    kind: 'thing',
    words: name.replaceAll('-', ' '),
    noun: { kind: 'drawing', name },
    count: 1,
    sizeFactor: 1,
    adjectives: [],
    bare: true,
  }
}
