import { moveIndexToFront } from './decode/fast-start.ts'
import { writeSpriteSheet, writeThumbnail } from './decode/frames.ts'
import { writeImage } from './decode/image.ts'
import { probeVideo } from './decode/probe.ts'
import { transcodeVideo } from './decode/transcode.ts'
import { type MediaAnswers, MediaError, type MediaReply, type MediaRequest, memoryLimitExitCode } from './protocol.ts'

/**
 * The media process: decodes foreign bytes so that what they break is this process and no other. It is started by
 * media-process.ts with one argument, the bytes of memory it may hold, and ends when its parent is gone.
 */
const maxMemoryBytes = Number(process.argv[2])

process.once('disconnect', () => process.exit(0))
setInterval(checkMemory, 100).unref()

function checkMemory(): void {
  if (process.memoryUsage.rss() > maxMemoryBytes) process.exit(memoryLimitExitCode)
}

process.on('message', async ({ id, request }: { id: number; request: MediaRequest }) => {
  let reply: MediaReply
  checkMemory()
  try {
    reply = { id, answer: await perform(request) }
  } catch (error) {
    const known = error instanceof MediaError
    const detail = String(known ? (error.cause ?? '') : error)
    reply = known
      ? { id, problem: error.problem, message: error.message, detail }
      : { id, problem: 'undecodable', message: 'is damaged or cannot be decoded', detail }
  }
  process.send?.(reply)
})

function perform(request: MediaRequest): Promise<MediaAnswers[MediaRequest['kind']]> {
  switch (request.kind) {
    case 'image':
      return writeImage(request)
    case 'probe':
      return probeVideo(request)
    case 'transcode':
      return transcodeVideo(request)
    case 'move-index':
      return moveIndexToFront(request)
    case 'thumbnail':
      return writeThumbnail(request)
    case 'sprite-sheet':
      return writeSpriteSheet(request)
  }
}
