/** Turns the actors of a scene into subjects: which drawing, how tall, how many, doing what. */

import { fitAction } from './actions.ts'
import { kindLists } from './lexicon/kinds.ts'
import { deedDrawings, deeds, roles } from './lexicon/people.ts'
import { hasDrawing } from './nouns.ts'
import type { Thing } from './pieces.ts'
import type { Actor } from './scene.ts'
import type { Subject } from './shot-plan.ts'

export const maxSubjects = 8

const kinds = new Map(
  Object.entries(kindLists).flatMap(([kind, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry): [string, { kind: Subject['kind']; heightMetres: number }] => {
        const [name = '', height] = entry.split(':')
        return [name, { kind: kind as Subject['kind'], heightMetres: Number(height) }]
      }),
  ),
)
const people = new Set(roles.values())
const notPeople = new Set(['robot', 'alien', 'ghost', 'horse-racing', 'clown-face'])

/** The subjects of the actors, in their order; those past `maxSubjects` come back as words not shown. */
export function castSubjects(actors: readonly Actor[]): { subjects: Subject[]; unresolved: string[] } {
  const shown = actors.slice(0, maxSubjects)
  const subjects = shown.map((actor): Subject => {
    const { drawing, heightMetres, kind } = dress(actor)
    const subject: Subject = {
      words: actor.thing.words.slice(0, 120),
      drawing,
      kind,
      count: actor.thing.count,
      heightMetres: heightMetres * actor.thing.sizeFactor,
      action: fitAction(kind, drawing, actor),
    }
    if (actor.thing.colour !== undefined) subject.colour = actor.thing.colour
    const of = actor.relation === undefined ? -1 : shown.indexOf(actor.relation.of)
    if (actor.relation !== undefined && of >= 0) subject.relation = { kind: actor.relation.kind, of }
    return subject
  })
  return { subjects, unresolved: actors.slice(maxSubjects).map((actor) => actor.thing.words) }
}

function dress(actor: Actor): { drawing: string; heightMetres: number; kind: Subject['kind'] } {
  const { noun } = actor.thing
  if (noun.kind === 'body') {
    return { drawing: bodyDrawing(noun.body, actor), heightMetres: noun.heightMetres, kind: 'person' }
  }
  const drawing = noun.kind === 'role' ? roleDrawing(noun.name, actor.thing) : noun.name
  const known = kinds.get(drawing)
  if (known !== undefined) return { drawing, ...known }
  const person = (people.has(noun.name) && !notPeople.has(noun.name)) || /^(?:wo)?man\b|^person\b/.test(drawing)
  if (person) return { drawing, heightMetres: noun.name === 'baby' ? 0.7 : 1.72, kind: 'person' }
  return { drawing, heightMetres: 0.4, kind: 'object' }
}

/** The body doing the deed where the set has it, standing where not. */
function bodyDrawing(body: string, actor: Actor): string {
  const verb = actor.verb?.base ?? ''
  const old = actor.thing.adjectives.some((word) => word === 'old' || word === 'elderly')
  const whole = deedDrawings.get(verb)
  if (whole !== undefined && hasDrawing(whole)) return whole
  const upon = actor.relation?.of.thing.noun
  if (upon?.kind === 'drawing' && actor.relation?.kind === 'riding' && upon.name === 'bicycle') return `${body}-biking`
  const suffix = deeds.get(verb)
  if (suffix === 'dancing' && body === 'person') return 'woman-dancing'
  if (suffix !== undefined && hasDrawing(`${body}-${suffix}`)) return `${body}-${suffix}`
  if (old) return { man: 'old-man', woman: 'old-woman' }[body] ?? 'older-person'
  return `${body}-standing`
}

/** `woman-cook` for a female cook, `cook` when the sentence does not say. */
function roleDrawing(role: string, thing: Thing): string {
  const body = /\b(?:female|woman|girl|lady)\b/.test(thing.words)
    ? 'woman'
    : /\b(?:male|man|boy)\b/.test(thing.words)
      ? 'man'
      : ''
  const drawing = `${body}-${role}`
  return body !== '' && hasDrawing(drawing) ? drawing : role
}
