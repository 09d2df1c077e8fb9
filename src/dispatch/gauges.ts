import { countOpenTasks, countPendingDeliveries, sumCredits } from '../db/metrics.ts'
import type { Metrics } from '../metrics.ts'
import type { Dispatch } from './dispatch.ts'

/**
 * What is open, read from the database at each scrape: every process says the same of it, so a dashboard takes the largest,
 * not the sum. Circuits are each process's own.
 */
export function registerGauges(metrics: Metrics, { db, registry }: Pick<Dispatch, 'db' | 'registry'>): void {
  metrics.gauges(
    {
      rushes_open_tasks: { help: 'Tasks that have not ended.', labels: ['state', 'engine', 'model'] },
      rushes_oldest_open_task_seconds: {
        help: 'Age of the oldest task in a state, since it was accepted.',
        labels: ['state', 'engine', 'model'],
      },
    },
    async () => {
      const open = await countOpenTasks(db.root)
      const labelled = open.map(({ state, engine, model, tasks, oldest_seconds }) => ({
        labels: { state, engine, model },
        tasks,
        oldest_seconds,
      }))
      return {
        rushes_open_tasks: labelled.map(({ labels, tasks }) => ({ labels, value: tasks })),
        rushes_oldest_open_task_seconds: labelled.map(({ labels, oldest_seconds }) => ({
          labels,
          value: oldest_seconds,
        })),
      }
    },
  )
  metrics.gauges(
    {
      rushes_pending_deliveries: { help: 'Outcomes that are still to be told.', labels: [] },
      rushes_overdue_delivery_seconds: { help: 'How late the most overdue delivery is.', labels: [] },
    },
    async () => {
      const { pending, overdue_seconds } = await countPendingDeliveries(db.root)
      return {
        rushes_pending_deliveries: [{ labels: {}, value: pending }],
        rushes_overdue_delivery_seconds: [{ labels: {}, value: overdue_seconds }],
      }
    },
  )
  metrics.gauges(
    { rushes_credits: { help: 'Credits of all applications, by what became of them.', labels: ['state'] } },
    async () => ({
      rushes_credits: Object.entries(await sumCredits(db.root)).map(([state, value]) => ({ labels: { state }, value })),
    }),
  )
  metrics.gauges(
    { rushes_engine_circuit_open: { help: '1 while an engine is out of order for this process.', labels: ['engine'] } },
    async () => ({
      rushes_engine_circuit_open: registry
        .all()
        .map(({ name, circuit }) => ({ labels: { engine: name }, value: circuit.isOpen() ? 1 : 0 })),
    }),
  )
}
