/** Whether a ComfyUI server can run a workflow: its node classes and its model files, by `/object_info/<class>`. */
import { z } from 'zod'
import type { ReadyWorkflow, WorkflowNodes } from './workflow.ts'

const inputSpecs = z.record(z.string(), z.array(z.unknown()))
const objectInfo = z.looseObject({
  input: z.looseObject({ required: inputSpecs.optional(), optional: inputSpecs.optional() }),
})

/** The folders below ComfyUI's `models` in which loaders look. */
const folders: Record<string, string> = {
  UNETLoader: 'diffusion_models',
  CLIPLoader: 'text_encoders',
  DualCLIPLoader: 'text_encoders',
  VAELoader: 'vae',
  CheckpointLoaderSimple: 'checkpoints',
  LTXVAudioVAELoader: 'checkpoints',
  LoraLoaderModelOnly: 'loras',
  LatentUpscaleModelLoader: 'latent_upscale_models',
  CLIPVisionLoader: 'clip_vision',
}

const isModelFile = (text: string): boolean => /\.(safetensors|sft|gguf|ckpt|pt|pth|bin|onnx)$/i.test(text)

/**
 * What a server lacks for a workflow, a sentence each; empty when it can run it.
 * @param info answers `/object_info/<class>`, the class's own entry or undefined where there is none
 * @param downloads where model files can be had
 */
export async function whatServerLacks(
  workflow: WorkflowNodes,
  info: (className: string) => Promise<unknown>,
  downloads: ReadyWorkflow['files'] = {},
): Promise<string[]> {
  const sentences = new Set<string>()
  const classes = new Map<string, unknown>()
  for (const { class_type } of Object.values(workflow)) {
    if (!classes.has(class_type)) classes.set(class_type, await info(class_type))
  }
  for (const { class_type, inputs } of Object.values(workflow)) {
    const found = classes.get(class_type)
    if (found === undefined) {
      sentences.add(`It has no node ${class_type}: update ComfyUI, or install the custom nodes that bring it.`)
      continue
    }
    const specs = objectInfo.safeParse(found).data?.input
    for (const [name, value] of Object.entries(inputs)) {
      const options = optionsOf(specs?.required?.[name] ?? specs?.optional?.[name])
      if (typeof value !== 'string' || !options || options.includes(value)) continue
      if (isModelFile(value)) sentences.add(missingFile(class_type, name, value, options, downloads))
    }
  }
  return [...sentences]
}

/** The choices of an input: `[["a", "b"], {…}]` in the older form of a node, `["COMBO", {"options": […]}]` in the newer. */
function optionsOf(spec: readonly unknown[] | undefined): string[] | undefined {
  const [type, settings] = spec ?? []
  const list = Array.isArray(type) ? type : (settings as { options?: unknown } | undefined)?.options
  return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined
}

function missingFile(
  className: string,
  input: string,
  file: string,
  options: readonly string[],
  downloads: Readonly<Record<string, string>>,
): string {
  const folder = className === 'LTXAVTextEncoderLoader' && input === 'text_encoder' ? 'text_encoders' : undefined
  const place = `models/${folder ?? folders[className] ?? (className === 'LTXAVTextEncoderLoader' ? 'checkpoints' : '…')}`
  const from = Object.hasOwn(downloads, file) ? ` Download it from ${downloads[file]}.` : ''
  const there = options.length > 0 ? ` It has ${options.slice(0, 5).join(', ')}${options.length > 5 ? ', …' : ''}.` : ''
  return `It lacks the model file ${file} in ${place}.${from}${there}`
}
