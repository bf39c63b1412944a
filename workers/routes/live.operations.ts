import type { Operation } from '../openapi/operation.ts'
import { liveQuerySchema } from '../runs/live-query.ts'

export const liveOperations: Operation[] = [
  {
    method: 'get',
    path: '/ws/simulator/:run_id/',
    summary: 'Watch a run live, by WebSocket',
    tag: 'Live',
    access: 'run:read',
    description:
      'The first frame is `{type: "hello", state, last_seq}`, then every entry with `seq > after`, then live ones. ' +
      'The viewer sends `{type: "ack", seq}` every 100 entries or 5 s; `ping` is answered `pong`. Close codes: 4400 ' +
      'a frame that is none, 4401 the right has ended, 4404 the run is gone, 4429 too far behind. Entries are without ' +
      'texts for whoever may not read them.',
    query: liveQuerySchema,
    responses: { 101: { description: 'The socket is open' } },
    problems: ['forbidden', 'not_found', 'upgrade_required'],
  },
]
