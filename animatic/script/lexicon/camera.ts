/** Words for camera moves. */
import type { CameraMove } from '../shot-plan.ts'
import { phraseTable } from './phrase-table.ts'

export const cameraWords = phraseTable<CameraMove>({
  'pan-left': 'pan left, pans left, panning left, pan to the left, pans to the left, camera moves left',
  'pan-right':
    'pan right, pans right, panning right, pan to the right, pans to the right, camera pans, panning shot, camera moves right, slow pan, pan shot, panning',
  'tilt-up': 'tilt up, tilts up, tilting up, looking up, low angle',
  'tilt-down': 'tilt down, tilts down, tilting down, high angle',
  'zoom-in':
    'zoom in, zooms in, zooming in, camera zooms, push zoom, close up, closeup, extreme close up, macro, macro shot, crash zoom, slow zoom, zoom',
  'zoom-out': 'zoom out, zooms out, zooming out, pull out, pulls out',
  'dolly-in':
    'dolly in, dolly forward, push in, pushes in, moves closer, pushing in, dolly, dolly shot, moves forward, camera approaches, move in, slow push in, dolly zoom',
  'dolly-out': 'dolly out, pull back, pulls back, pulling back, dolly back, camera retreats, moves back, moves away',
  tracking:
    'tracking shot, tracking, follows, camera follows, following shot, follow shot, tracks, camera tracks, steadicam, side scroll, camera following, following, truck shot, trucking shot',
  orbit:
    'orbit shot, orbiting, camera orbits, circling, camera circles, rotating around, 360, around the subject, arc shot, 360 degree, rotates around, circles around, orbits around',
  'crane-up': 'crane up, crane shot, rises up, camera rises, boom up, crane, ascending shot, pedestal up, jib up',
  'crane-down': 'crane down, camera descends, boom down, pedestal down, lowers down, jib down',
  handheld:
    'handheld, hand held, shaky, shaky cam, vlog, documentary, pov, first person, found footage, camera shake, point of view',
  aerial:
    "aerial, aerial view, aerial shot, drone, drone shot, drone view, bird's eye view, birds eye view, from above, overhead, flyover, fly over shot, top down, fpv, drone footage, helicopter shot, top view, fly through",
  static:
    'static, static shot, static camera, fixed camera, still camera, locked off, tripod, fixed shot, front view, stationary camera, still shot, steady and smooth perspective, camera is still, fixed angle',
})
