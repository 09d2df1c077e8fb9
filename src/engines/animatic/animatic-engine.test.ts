import { renderFilm } from '@rushes/animatic'
import { testEngine } from '../engine.conformance.ts'
import { createAnimaticEngine } from './animatic-engine.ts'

testEngine('animatic', {
  create: () => createAnimaticEngine(renderFilm),
  slowPrompt: 'a red fox runs through a snowy forest at night',
})
