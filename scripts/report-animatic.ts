/**
 * Says how much of public prompt lists the built-in engine understands: for each list of a folder the share of prompts
 * whose named subjects, colours, relations, places, actions, camera words and styles are all in the plan, with
 * drawings and sets that exist. A prompt counts only when nothing of it is missed.
 *
 *   npm run report:animatic -- <folder> [--verbose] [--drawings]
 *
 * `--verbose` prints what was missed and why; `--drawings` what each subject was drawn as, to be judged by eye, which
 * no list can do.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPrompt } from '../animatic/script/read-prompt.ts'
import { checkPlain, checks } from './animatic-checks.ts'

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say the folder of prompt lists: npm run report:animatic -- <folder>')

const filmSeconds = 5

for (const file of readdirSync(folder).sort()) {
  if (!/^vbench-.*\.txt$/.test(file)) continue
  const list = file.replace(/^vbench-|\.txt$/g, '')
  const check = checks[list] ?? checkPlain
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  let understood = 0
  for (const line of lines) {
    const plan = readPrompt(line, filmSeconds)
    const missed = check(line, plan)
    if (missed.length === 0) understood++
    else if (options.includes('--verbose')) console.log(`  ${line}\n    ${missed.join('; ')}`)
    if (options.includes('--drawings')) {
      for (const { place, subjects } of plan.shots) {
        console.log(
          `  ${line} = ${place}: ${subjects.map(({ words, drawing }) => `${words} -> ${drawing}`).join(', ')}`,
        )
      }
    }
  }
  const share = ((100 * understood) / Math.max(1, lines.length)).toFixed(1)
  console.log(
    `${share.padStart(5)} %  ${list} (${understood} of ${lines.length})${list in checks ? '' : ', as plain prompts'}`,
  )
}
