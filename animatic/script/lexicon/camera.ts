/** Words for camera moves. */
import type { CameraMove } from '../shot-plan.ts'
import { phraseTable } from './phrase-table.ts'

export const cameraWords = phraseTable<CameraMove>({
  'pan-left':
    'pan left, pans left, panning to the left, camera pans left, whip pan left, panorama left, pans leftward, slow pan left, panning left, pan to the left, pans to the left, camera moves left',
  'pan-right':
    'pan right, pans right, panning to the right, camera pans right, whip pan, pans rightward, slow pan right, pan across, pans across, panoramic shot, panoramic, panning right, pan to the right, pans to the right, camera pans, panning shot, camera moves right, slow pan, pan shot, panning',
  'tilt-up':
    'tilt up, tilts up, tilting up, tilt upwards, tilts upward, camera tilts up, tilt shot, camera tilts, tilting, looking up, low angle',
  'tilt-down': 'tilt down, tilts down, tilting down, tilt downwards, camera tilts down, high angle',
  'zoom-in':
    'zoom in, zooms in, camera zooms in, slow zoom in, zooming in, camera zooms, push zoom, close up, closeup, close shot, close up shot, close ups, dolly zoom in, zoomed in, camera pushes close, extreme close up, macro, macro shot, crash zoom, slow zoom, zoom',
  'zoom-out': 'zoom out, zooms out, zooming out, pull out, pulls out, zoomed out, slow zoom out, camera zooms out',
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
    'handheld, hand held, shaky, shaky cam, vlog, documentary, pov, first person, found footage, camera shake, point of view, hand held camera, handheld camera, handheld shot, handycam, phone footage, gopro, go pro, body cam',
  aerial:
    "aerial, aerial view, aerial shot, drone, drone shot, drone view, bird's eye view, birds eye view, from above, overhead, flyover, fly over shot, top down, fpv, drone footage, drone video, aerial footage, aerial panoramic, panoramic aerial, aerial drone shot, from a drone, satellite view, top down view, top down shot, overhead shot, overhead view, birds eye, helicopter shot, top view",
  steady:
    'steady and smooth perspective, steady perspective, smooth perspective, steady camera, smooth camera, steady shot, stabilised, stabilized, gimbal, gimbal shot, smooth camera movement, smooth motion shot, steady and smooth, smooth and steady',
  shake:
    'intense shaking effect, shaking effect, intense shaking, intense shake, earthquake shake, strong shaking, violent shaking, violently shaking camera, shaking camera, camera shakes, camera shaking, screen shake, heavy camera shake, trembling camera',
  'rack-focus':
    'racking focus, rack focus, focus pull, pulling focus, pull focus, focus shift, shifting focus, shift focus, racks focus, pulls focus, focus shifts, focus racking, focus pulling, depth of field shift',
  'over-the-shoulder':
    'over the shoulder, over the shoulder shot, over shoulder shot, over his shoulder, over her shoulder, ots shot',
  static:
    'static, static shot, static camera, fixed camera, still camera, locked off, tripod, fixed shot, front view, stationary camera, still shot, camera is still, fixed angle',
})
