/** A thread that composes the film's sound while others paint its pictures, and hands it over. */
import { parentPort, workerData } from 'node:worker_threads'
import { composeSound } from '../sound/compose-sound.ts'
import type { ComposedSound, SoundOrder } from './sound-track.ts'
import { secondsOf } from './thread-cost.ts'

const { plan, seconds, seed }: SoundOrder = workerData
const channels = composeSound(plan, seconds, seed)
const sound: ComposedSound = { channels, cpuSeconds: secondsOf(process.threadCpuUsage()) }
parentPort?.postMessage(
  sound,
  channels.map(({ buffer }) => buffer as ArrayBuffer),
)
