/** A thread that composes the film's sound while others paint its pictures, and hands it over. */
import { parentPort, workerData } from 'node:worker_threads'
import { composeSound } from '../sound/compose-sound.ts'
import type { SoundOrder } from './sound-track.ts'

const { plan, seconds, seed }: SoundOrder = workerData
const channels = composeSound(plan, seconds, seed)
parentPort?.postMessage(
  channels,
  channels.map(({ buffer }) => buffer as ArrayBuffer),
)
