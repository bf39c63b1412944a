import { logDatabase } from './log-databases.ts'
import { replayTo } from './replay.ts'
import { rightsMs } from './run-duties.ts'
import { presentState, type RunParts } from './run-parts.ts'
import { wireRun } from './run-state.ts'

/** Takes in the socket of a viewer whom the Worker has let in, and sends it what it missed. [L2] */
export function admitViewer(
  ctx: DurableObjectState,
  { clock, env, log, store, viewers }: RunParts,
  request: Request,
): Response {
  const state = presentState(log)
  if (state === null) return new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const after = query.get('after') === null ? null : Number(query.get('after'))
  const frames = query.get('frames') === 'batch' ? 'batch' : 'single'
  const withheld = query.get('texts') !== 'full'
  const who = { viewer: query.get('viewer') ?? 'unknown', credential: query.get('credential') }
  const { 0: theirs, 1: ours } = new WebSocketPair()
  viewers.accept(ours, who, { frames, withheld }, wireRun(state), after)
  clock.within('rights', Date.now(), rightsMs)
  if (after !== null) {
    ctx.waitUntil(
      replayTo(ours, after, {
        db: logDatabase(env, state.log),
        runId: state.binding.run_id,
        store,
        viewers,
        lastSeq: () => log.state?.last_seq ?? 0,
      }),
    )
  }
  return new Response(null, { status: 101, webSocket: theirs })
}
