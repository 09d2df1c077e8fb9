/** Who may see which pages. The server decides what anybody may do; these spare people pages that would be refused. */
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router'
import { useSession } from '../api/session.ts'
import { NotFound } from '../pages/not-found.tsx'
import { ErrorView, LoadingView } from '../parts/views.tsx'

/** Leads to the log-in page, and back here afterwards. */
export function ForMembers() {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.isPending) return <LoadingView />
  if (session.isError) return <ErrorView error={session.error} retry={session.refetch} />
  if (session.data.user) return <Outlet />
  return <Navigate to={`/login?${new URLSearchParams({ return_to: `${pathname}${search}` })}`} replace />
}

export function ForAdministrators() {
  const { data } = useSession()
  return data?.user && data.user.role !== 'administrator' ? <NotFound /> : <ForMembers />
}

/** Whoever is logged in has no use for the log-in pages, and goes on to where they wanted. */
export function ForVisitors() {
  const session = useSession()
  const [params] = useSearchParams()
  if (session.isPending) return <LoadingView />
  if (session.data?.user) return <Navigate to={pathOf(params.get('return_to'))} replace />
  return <Outlet />
}

/** A path of this very server; anything else is `/`. */
export function pathOf(text: string | null): string {
  if (!text?.startsWith('/')) return '/'
  const url = new URL(text, window.location.origin)
  return url.origin === window.location.origin ? `${url.pathname}${url.search}${url.hash}` : '/'
}
