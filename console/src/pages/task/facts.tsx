import type { ReactNode } from 'react'
import type { TaskDetail } from '../../api/types.ts'
import { Copyable, FactTable } from '../../parts/fact-table.tsx'
import { formatCredits, formatTime } from '../../parts/format.ts'
import { StateBadge } from '../../parts/state-badge.tsx'

export function Facts({ task }: { task: TaskDetail }) {
  const rows: [string, ReactNode][] = [
    ['State', <StateBadge key="state" state={task.state} />],
    ['Cost', formatCredits(task.credits)],
    ['Model', `${task.model}, version ${task.version}`],
    ['Engine', task.engine],
    ['Film', `${task.seconds} s, ${task.width} × ${task.height}`],
    ['Seed', String(task.seed)],
    ['Made', formatTime(task.created_at)],
    ['Expires', task.expires_at === null ? 'not yet' : formatTime(task.expires_at)],
    ['Task', <Copyable key="task" value={task.id} label="the task id" />],
    ['Trace', <Copyable key="trace" value={task.trace_id} label="the trace id" />],
  ]
  return <FactTable rows={rows} />
}
