/** The film's sound, composed on a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ShotPlan } from '../script/shot-plan.ts'

export interface SoundOrder {
  plan: ShotPlan
  seconds: number
  seed: number
}

export interface ComposedSound {
  /** Two channels of 48 kHz samples in -1..1. */
  channels: Float32Array[]
  /** What it took to compose them. */
  cpuSeconds: number
}

export async function startSound(order: SoundOrder): Promise<ComposedSound> {
  const worker = new Worker(new URL('./sound-thread.ts', import.meta.url), { workerData: order })
  const [sound] = await once(worker, 'message')
  return sound
}
