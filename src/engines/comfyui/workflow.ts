/** Workflows in ComfyUI's API format, with placeholders where the job's values go: the ready ones and one's own. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from '../../errors.ts'
import { fillPlaceholders, type PlaceholderValues, placeholdersIn } from '../placeholders.ts'

const node = z.looseObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()).default({}) })
const nodes = z.record(z.string(), node)
export type WorkflowNodes = z.infer<typeof nodes>

const readyWorkflow = z.object({
  title: z.string(),
  fps: z.number(),
  frameStep: z.number(),
  multipleOf: z.number(),
  maxPixels: z.number(),
  maxSeconds: z.number(),
  audio: z.boolean(),
  negativePrompt: z.string(),
  /** Where each model file can be had. */
  files: z.record(z.string(), z.string()),
  nodes,
  /** What is other with a reference image: nodes that join, and inputs that replace those of the same node. */
  withImage: z.record(z.string(), node.partial({ class_type: true })),
})
export type ReadyWorkflow = z.infer<typeof readyWorkflow>

export const readyWorkflows = ['wan-2.2-5b', 'wan-2.2-14b', 'ltx-2', 'hunyuan-video-1.5'] as const

/** What can stand in `{{ }}`; `image_2` and so on stand for further reference images. */
const placeholderNames = [
  'prompt',
  'negative_prompt',
  'width',
  'height',
  'half_width',
  'half_height',
  'frames',
  'film_frames',
  'fps',
  'seconds',
  'seed',
  'image',
  'video',
  'video_start',
  'video_seconds',
  'output',
]

export function isReady(name: string): boolean {
  return readyWorkflows.some((ready) => ready === name)
}

export function readReadyWorkflow(name: string): ReadyWorkflow {
  return readyWorkflow.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'workflows', `${name}.json`), 'utf8')))
}

/** A ready workflow's nodes for a job with a reference image. */
export function nodesWithImage({ nodes: base, withImage }: ReadyWorkflow): WorkflowNodes {
  const merged: WorkflowNodes = { ...base }
  for (const [id, change] of Object.entries(withImage)) {
    const before = base[id]
    const class_type = change.class_type ?? before?.class_type ?? ''
    // Both kinds of latent take width, height and length, so a node of another class keeps them.
    merged[id] = { class_type, inputs: { ...before?.inputs, ...change.inputs } }
  }
  return merged
}

/**
 * Reads a workflow that was exported from ComfyUI.
 * @param key of the config, for the sentences
 * @throws ConfigError
 */
export function readOwnWorkflow(path: string, key: string): WorkflowNodes {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(resolve(path), 'utf8'))
  } catch (cause) {
    const ready = readyWorkflows.join(', ')
    throw new ConfigError(
      `${key} is ${path}: neither one of ${ready} nor a JSON file that can be read (${(cause as Error).message}).`,
      { cause },
    )
  }
  if (typeof content === 'object' && content !== null && 'nodes' in content && Array.isArray(content.nodes)) {
    throw new ConfigError(
      `${key}: ${path} is a workflow as ComfyUI's editor saves it; export it with "Export (API)" and name that file.`,
    )
  }
  const result = nodes.safeParse(content)
  if (!result.success) throw new ConfigError(`${key}: ${path} is no workflow in ComfyUI's API format.`)
  checkPlaceholders(result.data, `${key}: ${path}`)
  return result.data
}

function checkPlaceholders(workflow: WorkflowNodes, where: string): void {
  const found = placeholdersIn(workflow)
  const unknown = [...found].find((name) => !placeholderNames.includes(name) && !/^image_\d$/.test(name))
  if (unknown) {
    throw new ConfigError(`${where} has the placeholder {{${unknown}}}; there are ${placeholderNames.join(', ')}.`)
  }
  if (!found.has('prompt')) {
    throw new ConfigError(
      `${where} has no {{prompt}}: write it where the prompt goes, and {{seed}} where the seed goes.`,
    )
  }
}

/** How many reference images a workflow takes: `{{image}}`, `{{image_2}}`, … */
export function imagesOf(workflow: WorkflowNodes): number {
  const found = placeholdersIn(workflow)
  if (!found.has('image')) return 0
  let count = 1
  while (found.has(`image_${count + 1}`)) count++
  return count
}

/** The workflow of one job. */
export const fillWorkflow = (
  workflow: WorkflowNodes,
  values: PlaceholderValues,
  files: Readonly<Record<string, string>>,
): WorkflowNodes => fillPlaceholders(renameFiles(workflow, files), values)

/** Gives model files the names under which a server has them. */
export function renameFiles(workflow: WorkflowNodes, files: Readonly<Record<string, string>>): WorkflowNodes {
  const renamed = Object.entries(workflow).map(([id, { class_type, inputs }]) => {
    const entries = Object.entries(inputs).map(([name, value]) => [name, rename(value, files)])
    return [id, { class_type, inputs: Object.fromEntries(entries) }]
  })
  return Object.fromEntries(renamed) as WorkflowNodes
}

const rename = (value: unknown, files: Readonly<Record<string, string>>): unknown =>
  typeof value === 'string' && Object.hasOwn(files, value) ? files[value] : value

/** The nodes that do the work, by whose steps progress is told. */
export function samplersOf(workflow: WorkflowNodes): string[] {
  return Object.entries(workflow)
    .filter(([, { class_type }]) => /sampler/i.test(class_type) && !/select/i.test(class_type))
    .map(([id]) => id)
}
