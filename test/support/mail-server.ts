/** A mail server of the test's own on a free loopback port: it takes every mail and delivers none (RFC 5321). */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface Mail {
  to: string
  /** With its headers; quoted-printable line ends are joined. */
  text: string
}

export async function startMailServer() {
  const mails: Mail[] = []
  const waiting: { fits: (mail: Mail) => boolean; resolve: (mail: Mail) => void }[] = []
  const server = createServer((socket) => void talk(socket, take))

  function take(mail: Mail): void {
    mails.push(mail)
    for (const one of waiting) if (one.fits(mail)) one.resolve(mail)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    /** Resolves with the first mail to an address, when it has come. */
    until(to: string, words = ''): Promise<Mail> {
      const fits = (mail: Mail) => mail.to === to && mail.text.includes(words)
      const found = mails.find(fits)
      return found ? Promise.resolve(found) : new Promise((resolve) => waiting.push({ fits, resolve }))
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function talk(socket: Socket, take: (mail: Mail) => void): Promise<void> {
  socket.on('error', () => {})
  socket.write('220 test\r\n')
  let to = ''
  let lines: string[] | undefined
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (lines && line !== '.') {
      lines.push(line)
      continue
    }
    if (lines) {
      take({ to, text: lines.join('\n').replaceAll('=\n', '').replaceAll('=3D', '=') })
      lines = undefined
      socket.write('250 taken\r\n')
      continue
    }
    const recipient = /^RCPT TO:<(.*?)>/i.exec(line)?.[1]
    if (recipient) to = recipient
    if (/^DATA/i.test(line)) lines = []
    if (/^QUIT/i.test(line)) {
      socket.end('221 bye\r\n')
      return
    }
    socket.write(lines ? '354 go on\r\n' : '250 fine\r\n')
  }
}
