import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { useLiveUpdates } from './api/live.ts'
import { useSession } from './api/session.ts'
import { Login } from './pages/account/login.tsx'
import { NotFound } from './pages/not-found.tsx'
import { ServicePage } from './pages/service/service-page.tsx'
import { LoadingView } from './parts/views.tsx'
import { ForAdministrators, ForMembers, ForVisitors } from './shell/gates.tsx'
import { Shell } from './shell/shell.tsx'

/** What the first view does not need arrives when it is gone to. */
const Register = lazy(() => import('./pages/account/register.tsx'))
const ForgotPassword = lazy(() => import('./pages/account/forgot-password.tsx'))
const ResetPassword = lazy(() => import('./pages/account/reset-password.tsx'))
const Guide = lazy(() => import('./pages/guide/guide.tsx'))
const Playground = lazy(() => import('./pages/playground/playground.tsx'))
const Videos = lazy(() => import('./pages/videos/videos.tsx'))
const TaskPage = lazy(() => import('./pages/task/task-page.tsx'))
const Keys = lazy(() => import('./pages/keys/keys.tsx'))
const Usage = lazy(() => import('./pages/usage/usage.tsx'))
const Webhooks = lazy(() => import('./pages/webhooks/webhooks.tsx'))
const Settings = lazy(() => import('./pages/settings/settings.tsx'))
const Admin = lazy(() => import('./pages/admin/admin.tsx'))
const Verify = lazy(() => import('./pages/account/verify.tsx'))

export function App() {
  const session = useSession()
  useLiveUpdates(Boolean(session.data?.user))
  return (
    <Shell>
      <Suspense fallback={<LoadingView />}>
        <Routes>
          <Route index element={<ServicePage />} />
          <Route path="guide" element={<Guide />} />
          <Route element={<ForVisitors />}>
            <Route path="login" element={<Login />} />
            <Route path="register" element={<Register />} />
            <Route path="forgot-password" element={<ForgotPassword />} />
          </Route>
          <Route path="reset-password" element={<ResetPassword />} />
          <Route path="verify" element={<Verify />} />
          <Route element={<ForMembers />}>
            <Route path="playground" element={<Playground />} />
            <Route path="videos" element={<Videos />} />
            <Route path="videos/:id" element={<TaskPage />} />
            <Route path="keys" element={<Keys />} />
            <Route path="usage" element={<Usage />} />
            <Route path="webhooks/*" element={<Webhooks />} />
            <Route path="settings" element={<Settings />} />
          </Route>
          <Route element={<ForAdministrators />}>
            <Route path="admin/*" element={<Admin />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  )
}
