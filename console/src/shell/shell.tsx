import { AppShell, Box, Burger, Group, NavLink, ScrollArea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { useSession } from '../api/session.ts'
import type { User } from '../api/types.ts'
import { Account } from './account.tsx'
import { Brand } from './brand.tsx'
import { ColorSchemeSwitch } from './color-scheme-switch.tsx'
import { Credits } from './credits.tsx'
import { pages } from './pages.ts'

/** Header, navigation and the page between them; on a phone the navigation folds away. */
export function Shell({ children }: { children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const { pathname } = useLocation()
  const { data: session } = useSession()
  const shown = pages.filter((page) => maySee(page.for, session?.user))
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page closes the navigation.
  useEffect(close, [pathname])
  useEffect(() => {
    const page = pages.findLast(({ path }) => isAt(pathname, path))
    document.title = page && page.path !== '/' ? `${page.label} · Rushes` : 'Rushes'
  }, [pathname])
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a href="#main" className="skip-link">
        Skip to the page
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
            />
            <Brand />
          </Group>
          <Group gap="xs" wrap="nowrap">
            {session?.user && <Credits />}
            <ColorSchemeSwitch />
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Pages">
        <ScrollArea>
          {shown.map(({ path, label, icon: Icon }) => (
            <NavLink
              key={path}
              component={Link}
              to={path}
              label={label}
              leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
              active={isAt(pathname, path)}
              aria-current={isAt(pathname, path) ? 'page' : undefined}
              style={{ borderRadius: 'var(--mantine-radius-md)' }}
            />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }}>
        <Box maw="var(--page-width)" mx="auto">
          {children}
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}

const isAt = (pathname: string, path: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)

function maySee(who: (typeof pages)[number]['for'], user: User | null | undefined): boolean {
  if (who === 'everybody') return true
  return who === 'members' ? Boolean(user) : user?.role === 'administrator'
}
