/** Who is on, in or in the hands of whom: anchors one actor to another. */
import { gripOf } from '../cast/grips.ts'
import { headOf } from '../cast/head.ts'
import { perchOf } from '../cast/perch.ts'
import { headwear } from '../script/lexicon/relations.ts'
import type { Subject } from '../script/shot-plan.ts'
import { type Actor, isBorneBy, resize } from './actor.ts'
import { isPassed } from './passing.ts'
import type { Group } from './troupe.ts'

/** How deep a thing sinks into what it lies on, so that no light shows between. */
const sink = 0.03
/** The part of a rider that his mount hides. */
const astrideShare = 0.34
const living = new Set<Subject['kind']>(['person', 'animal', 'bird', 'fish'])
/** Closed, with windows: who is inside shows through them. */
const glazed = new Set<Subject['kind']>(['vehicle', 'aircraft'])
const open = /bicycle|motorcycle|scooter|skateboard|sled|tractor|cart|canoe|kayak|wheelchair/
/** The part of one aboard that the ship's side hides. */
const aboardShare = 0.3
/** The middle of the top of a box that is seen from a corner. */
const boxOpening = 0.76
/** Under these there is room to stand. */
const roofed =
  /^(?:table|dining-table|chair|bench|bed|umbrella|beach-with-umbrella|arch|.*-tree|parachute|tent|ladder|fountain|hut|circus-tent)$/

/** Whether the relation binds the two together; the others only place them side by side. */
export function carry(group: Group, groups: readonly Group[]): boolean {
  const { subject } = group
  const other = subject.relation ? groups[subject.relation.of] : undefined
  const bearer = other?.members[0]?.actor
  const first = group.members[0]?.actor
  if (!subject.relation || !other || !bearer || !first || isBorneBy(bearer, first)) return false
  switch (subject.relation.kind) {
    case 'on':
      if (isFlying(first)) return false
      return perch(group, other)
    case 'riding':
      return perch(group, other)
    case 'inside':
      return enclose(group, other)
    case 'holding':
      return !isPassed(other.subject, subject) && hold(group, other, groups)
    case 'under':
      return !isRoof(other.subject) && !isFlying(bearer) && !isFlying(first) && perch(other, group)
    default:
      return false
  }
}

export function isRoof({ drawing }: Pick<Subject, 'drawing'>): boolean {
  return roofed.test(drawing)
}

export function isFlying({ afloat, subject }: Actor): boolean {
  return afloat && (subject.action === 'fly' || subject.action === 'float' || subject.kind === 'sky')
}

/** Several share one bearer; as many bearers as riders take one each. */
function bearersOf(group: Group, other: Group): Actor[] {
  return group.members.map((_, index) => other.members[index % other.members.length]!.actor)
}

/** How much broader than the head it is worn on. */
const hats: readonly [RegExp, number][] = [
  [/^(?:sunglasses|glasses|goggles|diving-mask)$/, 0.72],
  [/^space-helmet$/, 1.55],
  [/^womans-hat$/, 1.5],
  [/^.*$/, 0.98],
]

/** Puts a hat on the head and glasses before the eyes. */
function putOn(group: Group, other: Group): boolean {
  const bearers = bearersOf(group, other)
  const { drawing } = group.subject
  const breadth = hats.find(([pattern]) => pattern.test(drawing))?.[1] ?? 1
  for (const [index, { actor }] of group.members.entries()) {
    const bearer = bearers[index]!
    const { sprite } = bearer
    const head = headOf(bearer.subject.drawing, sprite.picture, sprite.drawnFacing)
    resize(actor, (sprite.width * head.width * breadth) / actor.sprite.width)
    const share = actor.sprite.height / sprite.height
    const up = /glasses|goggles|mask/.test(drawing)
      ? head.eyes - share / 2
      : /helmet/.test(drawing)
        ? head.eyes - share * 0.48
        : head.top - share * 0.14
    actor.anchor = { actor: bearer, right: head.right, up }
    Object.assign(actor, { afloat: true, inWater: false, submerged: 0 })
  }
  return true
}

function perch(group: Group, other: Group): boolean {
  const isWorn = headwear.has(group.subject.drawing) && living.has(other.subject.kind)
  if (isWorn) return putOn(group, other)
  const bearers = bearersOf(group, other)
  const pairs = other.members.length > 1 && other.members.length >= group.members.length
  const several = pairs ? 1 : group.members.length
  const place = perchOf(other.subject.drawing, bearers[0]!.sprite)
  const astride = isAstride(group.subject, other.subject)
  for (const [index, { actor }] of group.members.entries()) {
    const bearer = bearers[index]!
    const most = (bearer.sprite.width * (several > 1 ? 0.94 : 1.25)) / several
    if (several > 1 && actor.sprite.width > most) resize(actor, most / actor.sprite.width)
    const spread = several === 1 ? 0 : ((index + 0.5) / several - 0.5) * 0.94
    actor.anchor = {
      actor: bearer,
      right: place.right + spread,
      up: place.up - (sink * actor.sprite.height) / bearer.sprite.height,
    }
    actor.afloat = true
    actor.inWater = false
    actor.submerged = astride ? astrideShare : 0
  }
  return true
}

/** A person sits astride a mount or a machine; boards are stood on. */
function isAstride(rider: Subject, mount: Subject): boolean {
  if (rider.kind !== 'person' || /lotus|kneeling/.test(rider.drawing)) return false
  return (
    mount.kind === 'animal' ||
    mount.kind === 'bird' ||
    /motorcycle|bicycle|motor-scooter|unicycle|broom|sled/.test(mount.drawing)
  )
}

function enclose(group: Group, other: Group): boolean {
  const bearers = bearersOf(group, other)
  const { subject } = other
  const behindGlass = glazed.has(subject.kind) && !open.test(subject.drawing)
  const building = subject.heightMetres > 3 && !glazed.has(subject.kind) && subject.kind !== 'boat'
  for (const [index, { actor }] of group.members.entries()) {
    const bearer = bearers[index]!
    const spread = group.members.length === 1 ? 0 : ((index + 0.5) / group.members.length - 0.5) * 0.7
    const most = behindGlass ? 0.5 : building ? 0.4 : 0.95
    const fit = Math.min(
      1,
      (bearer.sprite.height * most) / actor.sprite.height,
      (bearer.sprite.width * (behindGlass ? 0.4 : 0.8)) / actor.sprite.width,
    )
    if (fit < 1) resize(actor, fit)
    actor.afloat = true
    actor.inWater = false
    const top = perchOf(subject.drawing, bearer.sprite)
    if (building) actor.anchor = { actor: bearer, right: spread - 0.12, up: 0.02 }
    else if (subject.drawing === 'package') {
      actor.anchor = { actor: bearer, right: spread, up: boxOpening }
      actor.submerged = 0.4
    } else if (behindGlass) {
      actor.anchor = { actor: bearer, right: spread + 0.1, up: 0.56 }
      actor.submerged = 0.45
    } else if (subject.kind === 'boat') {
      actor.anchor = { actor: bearer, right: top.right + spread, up: top.up }
      actor.submerged = aboardShare
    } else {
      const rim = Math.max(0.1, top.up)
      const shown = (actor.sprite.height * 0.62) / bearer.sprite.height
      actor.anchor = {
        actor: bearer,
        right: top.right + spread,
        up: Math.max(0.04, rim - (actor.sprite.height / bearer.sprite.height - shown)),
        behind: true,
      }
    }
  }
  return true
}

/** Each holder takes one; what is left over when all hands are full is not shown. */
function hold(holders: Group, held: Group, groups: readonly Group[]): boolean {
  const hands = [
    ...holders.members,
    ...groups
      .filter(({ subject }) => subject.kind === 'person' && subject !== holders.subject && !subject.relation)
      .flatMap(({ members }) => members),
  ].map(({ actor }) => actor)
  const free = hands.filter((hand) => !held.members.some(({ actor }) => isBorneBy(hand, actor)))
  if (free.length === 0) return false
  const single = holders.members.length === 1 && held.members.length <= 3 && free.length === 1
  if (!single) held.members.length = Math.min(held.members.length, free.length)
  for (const [index, { actor }] of held.members.entries()) {
    const holder = free[index % free.length]!
    const grip = gripOf(held.subject.drawing, held.subject.heightMetres / holder.subject.heightMetres)
    const broad = holder.sprite.width > holder.sprite.height * 0.9
    // A child's or a soft toy's arms are lower down than a grown-up's.
    const isLargeHeaded = holder.sprite.width > holder.sprite.height * 0.46
    const side = index >= free.length ? -1 : 1
    const size = actor.sprite.height / holder.sprite.height
    actor.anchor = {
      actor: holder,
      right: side * (broad ? Math.min(0.42, grip.right) : grip.right),
      up: (broad ? grip.up - 0.1 : grip.up * (isLargeHeaded && size < 0.6 ? 0.74 : 1)) - size / 2,
    }
    actor.afloat = true
    actor.inWater = false
    actor.submerged = 0
  }
  return true
}
