import cors from '@fastify/cors'
import fastifyStatic from '@fastify/static'
import { type FastifyInstance, fastify } from 'fastify'
import type { ApiContext } from './api-context.ts'
import { registerConsole } from './console.ts'
import { registerEarlyAnswers } from './early-answers.ts'
import { answerClientError, answerFrameworkError, registerErrorAnswers } from './error-answers.ts'
import { registerFiles } from './files/get-file.ts'
import { registerHealth } from './health.ts'
import { registerAdminAccounts } from './management/admin-accounts.ts'
import { registerAdminCredits } from './management/admin-credits.ts'
import { registerAdminOverview } from './management/admin-overview.ts'
import { registerAdminPeople } from './management/admin-people.ts'
import { registerApplications } from './management/applications.ts'
import { registerCredentials } from './management/credentials.ts'
import { registerDeliveries } from './management/deliveries.ts'
import { registerEngines } from './management/engines.ts'
import { registerEvents } from './management/events.ts'
import { registerUploads } from './management/files.ts'
import { registerInboxes } from './management/inboxes.ts'
import { registerLogIn } from './management/log-in.ts'
import { registerProfile } from './management/profile.ts'
import { registerServices } from './management/services.ts'
import { registerSessions } from './management/sessions.ts'
import { registerInboxAddresses } from './management/take-delivery.ts'
import { registerManagedTasks } from './management/tasks.ts'
import { registerUsage } from './management/usage.ts'
import { registerWebhooks } from './management/webhooks.ts'
import { registerMcp } from './mcp/register.ts'
import { registerMetrics } from './metrics.ts'
import { registerOpenai } from './openai/register.ts'
import { registerProtectiveHeaders } from './protective-headers.ts'
import { registerReference } from './reference.ts'
import { connectionLimits, registerSlowSenders } from './slow-senders.ts'
import { registerCreateVideo } from './sora/create-video.ts'
import { registerEndTask } from './sora/end-task.ts'
import { registerTaskEvents } from './sora/task-events.ts'
import { registerTasks } from './sora/tasks.ts'
import { registerTraceIds } from './trace.ts'

/** All doors, not yet listening. */
export async function createServer(context: ApiContext): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: context.bodyBytes,
    requestTimeout: connectionLimits.requestTimeout,
    keepAliveTimeout: connectionLimits.keepAliveTimeout,
    http: {
      headersTimeout: connectionLimits.headersTimeout,
      connectionsCheckingInterval: connectionLimits.connectionsCheckingInterval,
    },
    forceCloseConnections: 'idle',
    // A proxy on this machine says where a call came from; log-ins are counted by that.
    trustProxy: 'loopback',
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
  })
  // JSON is the only body this API reads; anything else is told so.
  app.removeContentTypeParser('text/plain')
  registerTraceIds(app, context.dispatch.tracing)
  registerMetrics(app, context.metrics)
  registerEarlyAnswers(app)
  registerSlowSenders(app)
  // Gives answers their sendFile: the films of a store on disk, and the console.
  await app.register(fastifyStatic, { root: import.meta.dirname, serve: false, cacheControl: false, dotfiles: 'deny' })
  const console = registerConsole(app, context.publicUrl, context.consoleDirectory)
  registerErrorAnswers(app, context.dispatch.logger, console)
  await app.register(cors, {
    exposedHeaders: [
      'x-trace-id',
      'x-request-id',
      'openai-poll-after-ms',
      'retry-after',
      'x-should-retry',
      'x-ratelimit-limit',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      // As one text, for all answers the same; of a list each answer would make its own.
    ].join(', '),
  })
  registerProtectiveHeaders(app)
  registerHealth(app, context)
  await registerReference(app)
  registerFiles(app, context)
  registerLogIn(app, context)
  registerSessions(app, context)
  registerProfile(app, context)
  registerServices(app, context)
  registerApplications(app, context)
  registerCredentials(app, context)
  registerUsage(app, context)
  await registerUploads(app, context)
  registerManagedTasks(app, context)
  registerDeliveries(app, context)
  registerWebhooks(app, context)
  registerInboxes(app, context)
  await registerInboxAddresses(app, context)
  registerEvents(app, context)
  registerAdminAccounts(app, context)
  registerAdminCredits(app, context)
  registerAdminOverview(app, context)
  registerEngines(app, context)
  registerAdminPeople(app, context)
  registerCreateVideo(app, context)
  registerTasks(app, context)
  registerTaskEvents(app, context)
  await registerEndTask(app, context)
  await registerOpenai(app, context)
  registerMcp(app, context)
  return app
}

/** What a process without doors answers: whether it lives and takes work, for whoever watches over it. */
export async function createWorkerServer(context: ApiContext): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: 'idle' })
  registerHealth(app, context)
  return app
}
