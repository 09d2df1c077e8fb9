import type { ServerContext } from '@modelcontextprotocol/server'
import { publicState, type TaskState } from '../../contract/task-state.ts'

/** The protocol wants each notification to say more than the one before: what a heartbeat adds to the percentage. */
const heartbeatStep = 0.001

/**
 * Tells a client that gave a progress token how far its video is, and again every `heartbeatSeconds`, since clients give
 * up on who is silent. Undefined when it gave none.
 */
export function reportProgress({ _meta, notify }: ServerContext['mcpReq'], heartbeatSeconds: number) {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return undefined
  let last = -1
  let message = 'pending'
  const send = (progress: number) => {
    last = progress
    // A client that is gone hears nothing; whoever waits for it notices by the signal.
    notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100, message } }).catch(
      () => {},
    )
  }
  const heartbeat = setInterval(() => send(last + heartbeatStep), heartbeatSeconds * 1000)
  send(0)
  return {
    tell(state: TaskState, percent: number) {
      message = publicState(state)
      if (percent > last) send(percent)
    },
    stop: () => clearInterval(heartbeat),
  }
}
