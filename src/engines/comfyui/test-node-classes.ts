/**
 * The inputs of ComfyUI's own nodes that the ready workflows use, after `nodes.py` and `comfy_extras/nodes_*.py`. A line
 * is `name:TYPE`, optional with `?`; a type in small letters is a folder of model files, `a|b` are choices.
 */

const classes: Record<string, string> = {
  UNETLoader: 'unet_name:diffusion_models weight_dtype:default|fp8_e4m3fn|fp8_e4m3fn_fast|fp8_e5m2',
  CLIPLoader: 'clip_name:text_encoders type:stable_diffusion|wan|ltxv|hunyuan_image device?:default|cpu',
  DualCLIPLoader:
    'clip_name1:text_encoders clip_name2:text_encoders type:sdxl|hunyuan_video|hunyuan_video_15 device?:default|cpu',
  VAELoader: 'vae_name:vae',
  CheckpointLoaderSimple: 'ckpt_name:checkpoints',
  LoraLoaderModelOnly: 'model:MODEL lora_name:loras strength_model:FLOAT',
  CLIPVisionLoader: 'clip_name:clip_vision',
  CLIPVisionEncode: 'clip_vision:CLIP_VISION image:IMAGE crop:center|none',
  CLIPTextEncode: 'text:STRING clip:CLIP',
  LoadImage: 'image:input',
  LoadVideo: 'file:input',
  ModelSamplingSD3: 'model:MODEL shift:FLOAT',
  KSampler:
    'model:MODEL seed:INT steps:INT cfg:FLOAT sampler_name:euler|euler_ancestral|uni_pc scheduler:simple|normal ' +
    'positive:CONDITIONING negative:CONDITIONING latent_image:LATENT denoise:FLOAT',
  KSamplerAdvanced:
    'model:MODEL add_noise:enable|disable noise_seed:INT steps:INT cfg:FLOAT sampler_name:euler|uni_pc ' +
    'scheduler:simple|normal positive:CONDITIONING negative:CONDITIONING latent_image:LATENT start_at_step:INT ' +
    'end_at_step:INT return_with_leftover_noise:disable|enable',
  VAEDecode: 'samples:LATENT vae:VAE',
  VAEDecodeTiled: 'samples:LATENT vae:VAE tile_size:INT overlap:INT temporal_size:INT temporal_overlap:INT',
  ImageFromBatch: 'image:IMAGE batch_index:INT length:INT',
  CreateVideo: 'images:IMAGE fps:FLOAT audio?:AUDIO',
  SaveVideo: 'video:VIDEO filename_prefix:STRING format:auto|mp4 codec:auto|h264',
  Wan22ImageToVideoLatent: 'vae:VAE width:INT height:INT length:INT batch_size:INT start_image?:IMAGE',
  EmptyHunyuanLatentVideo: 'width:INT height:INT length:INT batch_size:INT',
  WanImageToVideo:
    'positive:CONDITIONING negative:CONDITIONING vae:VAE width:INT height:INT length:INT batch_size:INT ' +
    'clip_vision_output?:CLIP_VISION_OUTPUT start_image?:IMAGE',
  EmptyHunyuanVideo15Latent: 'width:INT height:INT length:INT batch_size:INT',
  HunyuanVideo15ImageToVideo:
    'positive:CONDITIONING negative:CONDITIONING vae:VAE width:INT height:INT length:INT batch_size:INT ' +
    'start_image?:IMAGE clip_vision_output?:CLIP_VISION_OUTPUT',
  CFGGuider: 'model:MODEL positive:CONDITIONING negative:CONDITIONING cfg:FLOAT',
  RandomNoise: 'noise_seed:INT',
  KSamplerSelect: 'sampler_name:euler|euler_ancestral|uni_pc',
  BasicScheduler: 'model:MODEL scheduler:simple|normal steps:INT denoise:FLOAT',
  ManualSigmas: 'sigmas:STRING',
  SamplerCustomAdvanced: 'noise:NOISE guider:GUIDER sampler:SAMPLER sigmas:SIGMAS latent_image:LATENT',
  LTXVScheduler: 'steps:INT max_shift:FLOAT base_shift:FLOAT stretch:BOOLEAN terminal:FLOAT latent?:LATENT',
  LTXVConditioning: 'positive:CONDITIONING negative:CONDITIONING frame_rate:FLOAT',
  EmptyLTXVLatentVideo: 'width:INT height:INT length:INT batch_size:INT',
  LTXVEmptyLatentAudio: 'frames_number:INT frame_rate:FLOAT batch_size:INT audio_vae:VAE',
  LTXVAudioVAELoader: 'ckpt_name:checkpoints',
  LTXVAudioVAEDecode: 'samples:LATENT audio_vae:VAE',
  LTXAVTextEncoderLoader: 'text_encoder:text_encoders ckpt_name:checkpoints device:default|cpu',
  LTXVConcatAVLatent: 'video_latent:LATENT audio_latent:LATENT',
  LTXVSeparateAVLatent: 'av_latent:LATENT',
  LTXVCropGuides: 'positive:CONDITIONING negative:CONDITIONING latent:LATENT',
  LTXVLatentUpsampler: 'samples:LATENT upscale_model:LATENT_UPSCALE_MODEL vae:VAE',
  LatentUpscaleModelLoader: 'model_name:latent_upscale_models',
  LTXVPreprocess: 'image:IMAGE img_compression:INT',
  LTXVImgToVideoInplace: 'vae:VAE image:IMAGE latent:LATENT strength:FLOAT bypass:BOOLEAN',
}

export interface NodeInput {
  name: string
  required: boolean
  /** Of a link. */
  type: string
  /** What may be chosen; absent for links, numbers and free text. */
  options: string[] | undefined
}

/** @param folder the files of a folder of the server, by the folder's name */
export function nodeClasses(folder: (name: string) => string[]): Map<string, NodeInput[]> {
  return new Map(
    Object.entries(classes).map(([name, line]) => [
      name,
      line.split(' ').map((part) => {
        const [, input = '', optional, type = ''] = /^(\w+)(\??):(\S+)$/.exec(part) ?? []
        const choices = type.includes('|') ? type.split('|') : /^[a-z]/.test(type) ? folder(type) : undefined
        return { name: input, required: optional !== '?', type, options: choices }
      }),
    ]),
  )
}

/** The entry of a class in `/object_info`: half of the nodes answer in the older form, half in the newer. */
export function objectInfoOf(name: string, inputs: readonly NodeInput[]): object {
  const newer = name.length % 2 === 0
  const specOf = ({ type, options }: NodeInput) => {
    if (!options) return [type, {}]
    return newer ? ['COMBO', { options }] : [options, {}]
  }
  const pick = (required: boolean) =>
    Object.fromEntries(inputs.filter((one) => one.required === required).map((one) => [one.name, specOf(one)]))
  return { input: { required: pick(true), optional: pick(false) }, name, output_node: name === 'SaveVideo' }
}
