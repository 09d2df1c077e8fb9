import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { UsageSummaryRow } from '../../api/types.ts'

const daySeconds = 86_400
const dayFormat = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** Credits of each day, UTC, also of those on which nothing happened. `from` in Unix seconds. */
export function DayChart({ rows, from, days }: { rows: readonly UsageSummaryRow[]; from: number; days: number }) {
  const known = new Map(rows.map((row) => [row.key, row]))
  const data = Array.from({ length: days }, (_, index) => {
    const date = new Date((from + index * daySeconds) * 1000)
    return { day: dayFormat.format(date), credits: known.get(date.toISOString().slice(0, 10))?.credits ?? 0 }
  })
  const axis = { stroke: 'currentColor', fontSize: 12, tickLine: false, axisLine: false } as const
  return (
    <ResponsiveContainer width="100%" height={220}>
      <BarChart data={data} accessibilityLayer margin={{ left: -16, right: 0, top: 4, bottom: 0 }}>
        <CartesianGrid vertical={false} stroke="currentColor" strokeOpacity={0.12} />
        <XAxis dataKey="day" {...axis} minTickGap={24} />
        <YAxis {...axis} allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'currentColor', fillOpacity: 0.06 }}
          contentStyle={{ background: 'var(--mantine-color-body)', borderRadius: 8, fontSize: 13 }}
        />
        <Bar
          dataKey="credits"
          fill="var(--mantine-color-leader-6)"
          radius={[3, 3, 0, 0]}
          maxBarSize={36}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
