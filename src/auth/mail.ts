import { createTransport } from 'nodemailer'
import { causesOf } from '../errors.ts'
import type { Logger } from '../logger.ts'

export interface Mailer {
  /** Whether there is a mail server at all. */
  enabled: boolean
  /** Sends in the background: whoever asks for a mail must not see, by the time it takes, whether one is sent. */
  send(mail: { to: string; subject: string; text: string }): void
  close(): Promise<void>
}

const timeoutMilliseconds = 15_000

/** Mail by SMTP (`smtp://user:password@host:587`); one that sends nothing without a URL. */
export function createMailer(settings: { url: string | undefined; from: string | undefined }, logger: Logger): Mailer {
  if (settings.url === undefined) return { enabled: false, send() {}, close: async () => {} }
  const url = new URL(settings.url)
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
  })
  const from = settings.from ?? `Rushes <rushes@${url.hostname}>`
  const sending = new Set<Promise<void>>()
  return {
    enabled: true,
    send(mail) {
      const one = transport
        .sendMail({ from, ...mail })
        .then(() => logger.info({ subject: mail.subject }, 'a mail was sent'))
        .catch((error: unknown) => logger.error({ causes: causesOf(error) }, 'a mail could not be sent'))
        .finally(() => sending.delete(one))
      sending.add(one)
    },
    async close() {
      await Promise.all(sending)
      transport.close()
    },
  }
}
