import { testEngine } from '../engine.conformance.ts'
import { createScriptedEngine } from './scripted-engine.ts'

testEngine('scripted', {
  create: () => createScriptedEngine({}),
  slowPrompt: '[slow 1s] a cat',
  failingPrompt: '[fail: the lamp broke]',
})
