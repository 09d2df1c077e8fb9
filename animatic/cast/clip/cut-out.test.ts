import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { type CutFrames, cutOut } from './cut-out.ts'
import { clipSize, framesOf, type Paint, paintFigure, plain, textured } from './test-clips.ts'

const going = (background: Paint): Paint => {
  return (brush, seconds) => {
    background(brush, seconds)
    paintFigure(brush, 60 + 90 * seconds, 168, seconds)
  }
}

const staying = (background: Paint): Paint => {
  return (brush, seconds) => {
    background(brush, seconds)
    paintFigure(brush, 160, 168, seconds)
  }
}

/** Rows of opacity, cut to what is opaque. */
function silhouette(rgba: Uint8ClampedArray, width: number): boolean[][] {
  const rows = Array.from({ length: rgba.length / 4 / width }, (_, y) =>
    Array.from({ length: width }, (_, x) => rgba[(y * width + x) * 4 + 3]! > 127),
  ).filter((row) => row.includes(true))
  const left = Math.min(...rows.map((row) => row.indexOf(true)))
  const right = Math.max(...rows.map((row) => row.lastIndexOf(true)))
  return rows.map((row) => row.slice(left, right + 1))
}

/** Intersection over union with the figure as it was painted, the arm at its best of twelve places. */
function overlap(cut: CutFrames, nth: number): number {
  const shown = silhouette(cut.frames[nth]!, cut.width)
  const canvas = createCanvas(clipSize.width, clipSize.height)
  const brush = canvas.getContext('2d')
  const shares = Array.from({ length: 12 }, (_, phase) => {
    brush.clearRect(0, 0, clipSize.width, clipSize.height)
    paintFigure(brush, 160, 168, phase / 24)
    const truth = silhouette(brush.getImageData(0, 0, clipSize.width, clipSize.height).data, clipSize.width)
    let [both, either] = [0, 0]
    for (let y = 0; y < Math.max(truth.length, shown.length); y++) {
      for (let x = 0; x < Math.max(truth[0]!.length, shown[0]!.length); x++) {
        const [one, other] = [truth[y]?.[x] === true, shown[y]?.[x] === true]
        if (one && other) both++
        if (one || other) either++
      }
    }
    return both / either
  })
  return Math.max(...shares)
}

for (const [name, paint] of [
  ['a moving figure on a textured background that stays still', going(textured())],
  ['a moving figure on a plain background', going(plain)],
  ['a figure that stays in its place on a plain background', staying(plain)],
] as const) {
  test(`${name} is cut out`, () => {
    const clip = framesOf(paint)
    const cut = cutOut(clip)
    assert.ok(cut)
    assert.ok(cut.frames.length > 30, `${cut.frames.length} frames show it whole`)
    for (const nth of [4, Math.floor(cut.frames.length / 2), cut.frames.length - 4]) {
      const share = overlap(cut, nth)
      assert.ok(share > 0.85, `the overlap in frame ${nth} is ${share}`)
    }
  })
}

test('no rim of the background stays around the figure', () => {
  const cut = cutOut(framesOf(staying(plain)))
  assert.ok(cut)
  let green = 0
  let seen = 0
  for (let at = 0; at < cut.frames[5]!.length; at += 4) {
    const [red, greenness, blue, alpha] = cut.frames[5]!.slice(at, at + 4)
    if (alpha! < 40) continue
    seen++
    if (greenness! > red! + 50 && greenness! > blue! + 30) green++
  }
  assert.ok(green < seen * 0.01, `${green} of ${seen} pixels are the background's green`)
})

test('a figure that goes across the clip walks on the spot, and looks the way it went', () => {
  const cut = cutOut(framesOf(going(textured())))
  assert.ok(cut)
  assert.ok(cut.width < 110, `the cut is ${cut.width} pixels wide`)
  assert.equal(cut.facing, 1)
})

test('before a background that moves, or is of many colours behind a figure that stays, nothing is cut', () => {
  assert.ok(cutOut(framesOf(going(textured(70)))) === undefined)
  assert.ok(cutOut(framesOf(staying(textured(40)))) === undefined)
})

test('a clip in which nothing stands out is not cut', () => {
  assert.ok(cutOut(framesOf(textured())) === undefined)
  assert.ok(cutOut(framesOf(plain)) === undefined)
})
