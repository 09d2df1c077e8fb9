import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConfigError } from '../../errors.ts'
import { placeholdersIn } from '../placeholders.ts'
import { whatServerLacks } from './check-server.ts'
import { nodeClasses, objectInfoOf } from './test-node-classes.ts'
import {
  fillWorkflow,
  nodesWithImage,
  readOwnWorkflow,
  readReadyWorkflow,
  readyWorkflows,
  samplersOf,
  type WorkflowNodes,
} from './workflow.ts'

const classes = nodeClasses(() => [])
const variants = readyWorkflows.flatMap((name) => {
  const ready = readReadyWorkflow(name)
  return [
    { name, ready, nodes: ready.nodes, image: false },
    { name: `${name} with an image`, ready, nodes: nodesWithImage(ready), image: true },
  ]
})

test('a ready workflow gives every node the inputs that ComfyUI wants of it, and no others', () => {
  for (const { name, nodes } of variants) {
    for (const [id, { class_type, inputs }] of Object.entries(nodes)) {
      const known = classes.get(class_type)
      assert.ok(known, `${name}: ${class_type}`)
      const names = known.map((input) => input.name)
      for (const input of known) assert.ok(!input.required || input.name in inputs, `${name}: ${id}.${input.name}`)
      for (const input of Object.keys(inputs)) assert.ok(names.includes(input), `${name}: ${id} has no input ${input}`)
    }
  }
})

test('every link of a ready workflow leads to a node, and every node is used', () => {
  for (const { name, nodes } of variants) {
    const used = new Set<string>(['save'])
    for (const { inputs } of Object.values(nodes)) {
      for (const value of Object.values(inputs)) {
        if (!Array.isArray(value)) continue
        assert.ok(String(value[0]) in nodes, `${name}: ${value}`)
        used.add(String(value[0]))
      }
    }
    assert.deepEqual(
      Object.keys(nodes).filter((id) => !used.has(id)),
      [],
      name,
    )
  }
})

test('a ready workflow takes prompt, size, length and seed, and an image where it says so', () => {
  for (const { name, nodes, image } of variants) {
    const found = placeholdersIn(nodes)
    for (const wanted of ['prompt', 'negative_prompt', 'frames', 'film_frames', 'fps', 'seed', 'output']) {
      assert.ok(found.has(wanted), `${name}: ${wanted}`)
    }
    assert.ok(found.has('width') || found.has('half_width'), name)
    assert.equal(found.has('image'), image, name)
    assert.ok(samplersOf(nodes).length >= 1, name)
  }
})

test('every model file of a ready workflow has a place to download it from', () => {
  for (const { name, ready, nodes } of variants) {
    for (const { inputs } of Object.values(nodes)) {
      for (const value of Object.values(inputs)) {
        if (typeof value === 'string' && value.endsWith('.safetensors'))
          assert.ok(value in ready.files, `${name}: ${value}`)
      }
    }
  }
})

test('what a server lacks is said with the folder and the link', async () => {
  const ready = readReadyWorkflow('wan-2.2-5b')
  const files: Record<string, string[]> = { vae: ['wan2.2_vae.safetensors'], diffusion_models: ['other.safetensors'] }
  const there = nodeClasses((folder) => files[folder] ?? [])
  const info = async (name: string) => {
    const inputs = there.get(name)
    return inputs && name !== 'CreateVideo' ? objectInfoOf(name, inputs) : undefined
  }
  const lacks = await whatServerLacks(ready.nodes, info, ready.files)
  assert.equal(lacks.length, 3, lacks.join('\n'))
  const said = lacks.join('\n')
  assert.match(said, /no node CreateVideo: update ComfyUI/)
  assert.match(
    said,
    /wan2\.2_ti2v_5B_fp16\.safetensors in models\/diffusion_models\. Download it from https:\S+\. It has other/,
  )
  assert.match(said, /umt5_xxl_fp8_e4m3fn_scaled\.safetensors in models\/text_encoders/)
})

test('model files can be given the names that a server has them under', () => {
  const ready = readReadyWorkflow('wan-2.2-5b')
  const values = { prompt: 'p', negative_prompt: '', width: 1280, height: 704, frames: 121, film_frames: 120, fps: 24 }
  const filled = fillWorkflow(
    ready.nodes,
    { ...values, seed: 7, output: 'rushes/x' },
    { 'wan2.2_vae.safetensors': 'wan/vae.safetensors' },
  )
  assert.equal(filled.vae?.inputs.vae_name, 'wan/vae.safetensors')
  assert.equal(filled.latent?.inputs.length, 121)
  assert.deepEqual(placeholdersIn(filled), new Set())
})

test('an exported workflow that cannot be used says why, by the key of the config', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-workflow-'))
  const path = join(directory, 'mine.json')
  const node = (text: string): WorkflowNodes => ({ '6': { class_type: 'CLIPTextEncode', inputs: { text } } })
  const refused: [string, unknown, RegExp][] = [
    ['the editor’s format', { nodes: [], links: [] }, /Export \(API\)/],
    ['no workflow', { a: 3 }, /no workflow in ComfyUI's API format/],
    ['an unknown placeholder', node('{{promt}}'), /\{\{promt\}\}; there are prompt,/],
    ['no prompt', node('a cat'), /has no \{\{prompt\}\}/],
  ]
  for (const [, content, message] of refused) {
    await writeFile(path, JSON.stringify(content))
    assert.throws(
      () => readOwnWorkflow(path, 'RUSHES_CONFIG: engines.gpu.workflow'),
      (error: Error) =>
        error instanceof ConfigError && message.test(error.message) && error.message.includes('engines.gpu'),
    )
  }
  assert.throws(
    () => readOwnWorkflow(join(directory, 'none.json'), 'engines.gpu.workflow'),
    /neither one of wan-2.2-5b/,
  )
  await writeFile(path, JSON.stringify(node('{{prompt}}')))
  assert.deepEqual(readOwnWorkflow(path, 'x'), node('{{prompt}}'))
  await rm(directory, { recursive: true })
})
