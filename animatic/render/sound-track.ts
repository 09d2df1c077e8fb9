/** The film's sound, composed on a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ShotPlan } from '../script/shot-plan.ts'

export interface SoundOrder {
  plan: ShotPlan
  seconds: number
  seed: number
}

/** Two channels of 48 kHz samples in -1..1. */
export async function startSound(order: SoundOrder): Promise<Float32Array[]> {
  const worker = new Worker(new URL('./sound-thread.ts', import.meta.url), { workerData: order })
  const [channels] = await once(worker, 'message')
  return channels
}
