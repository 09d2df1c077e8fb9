/** Draws all actors of a shot with what they throw on the ground and the water they are in, and what they stir up. */
import { type Actor, isBorneBy } from './actor.ts'
import { type CastScene, drawFigure, type Seen, seeActor } from './draw-actor.ts'
import { drawMirrorImage } from './mirror-image.ts'
import { drawSnores } from './snores.ts'
import { drawStirred } from './stirred.ts'
import { drawHeadlight, drawRipple, drawShadow, drawString } from './thrown.ts'

/** Held by a string. */
const strung = new Set(['kite', 'balloon'])

/** `actors` the furthest first. */
export function drawCast(scene: CastScene): void {
  for (const actor of scene.actors) {
    const seen = seeActor(actor, scene)
    if (!actor.anchor && !actor.afloat) drawGrounding(actor, seen, scene)
    if (actor.anchor && strung.has(actor.subject.drawing))
      drawString(scene.target, seen, seeActor(actor.anchor.actor, scene))
    drawFigure(scene.target, actor, seen, scene.seconds)
    drawEffects(actor, seen, scene)
    drawStirred(actor, scene, scene.scrollSpeed)
  }
}

/** What makes it stand where it stands: a mirror image with all it carries, or a shadow. */
function drawGrounding(actor: Actor, seen: Seen, scene: CastScene): void {
  const { actors, place, target, light } = scene
  if (!actor.inWater) drawShadow(target, seen, light)
  // Beside the ground there is too little water before a boat to show its image.
  else if (place.medium === 'water') {
    const figures = actors.filter((other) => isBorneBy(other, actor))
    drawMirrorImage(figures, seen, scene)
  }
}

function drawEffects(actor: Actor, seen: Seen, { target, light, seconds }: CastScene): void {
  if (actor.submerged > 0 && !actor.anchor) drawRipple(target, seen, light, seconds)
  if (actor.subject.action === 'sleep') drawSnores(target, seen, seconds)
  if (actor.subject.kind === 'vehicle' && light.darkness > 0.35) drawHeadlight(target, seen, light)
}
