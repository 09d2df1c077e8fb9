import {
  IconBook,
  IconChartBar,
  IconHome,
  IconKey,
  IconMovie,
  IconPlayerPlay,
  type IconProps,
  IconSettings,
  IconShield,
  IconWebhook,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

export interface PageLink {
  path: string
  label: string
  icon: ComponentType<IconProps>
  for: 'everybody' | 'members' | 'administrators'
}

/** The navigation, in the order in which a newcomer meets the pages. */
export const pages: readonly PageLink[] = [
  { path: '/', label: 'Service', icon: IconHome, for: 'everybody' },
  { path: '/guide', label: 'Guide', icon: IconBook, for: 'everybody' },
  { path: '/playground', label: 'Playground', icon: IconPlayerPlay, for: 'members' },
  { path: '/videos', label: 'Videos', icon: IconMovie, for: 'members' },
  { path: '/keys', label: 'Keys', icon: IconKey, for: 'members' },
  { path: '/usage', label: 'Usage', icon: IconChartBar, for: 'members' },
  { path: '/webhooks', label: 'Webhooks', icon: IconWebhook, for: 'members' },
  { path: '/settings', label: 'Settings', icon: IconSettings, for: 'members' },
  { path: '/admin', label: 'Admin', icon: IconShield, for: 'administrators' },
]
