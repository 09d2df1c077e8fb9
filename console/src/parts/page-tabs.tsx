import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NotFound } from '../pages/not-found.tsx'

export interface PageTab {
  /** The last word of the tab's address. */
  path: string
  label: string
  content: ReactNode
}

/** The parts of a page, each with an address of its own below `base`; `base` itself shows the first. */
export function PageTabs({ base, tabs, label }: { base: string; tabs: readonly PageTab[]; label: string }) {
  const { '*': rest = '' } = useParams()
  const navigate = useNavigate()
  const shown = rest === '' ? tabs[0] : tabs.find(({ path }) => path === rest)
  if (!shown) return <NotFound />
  return (
    <Tabs
      value={shown.path}
      onChange={(path) => path && navigate(`${base}/${path}`)}
      variant="pills"
      keepMounted={false}
    >
      <Tabs.List aria-label={label} mb="lg">
        {tabs.map(({ path, label }) => (
          <Tabs.Tab key={path} value={path}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ path, content }) => (
        <Tabs.Panel key={path} value={path}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
