import * as z from 'zod'
import { entrySchema } from './entry.ts'
import { timestampSchema } from './id.ts'
import { problemSchema } from './problem.ts'
import { runSchema } from './run.ts'

/** The first frame of a socket. [L2] */
export const helloFrameSchema = z.object({
  type: z.literal('hello'),
  state: runSchema,
  last_seq: z.int(),
  /** How many watch the run, this one included. */
  viewers: z.int().optional(),
})
/** Several entries in one frame, for viewers that asked for `frames=batch`. [L3] */
export const batchFrameSchema = z.object({ type: z.literal('batch'), entries: z.array(entrySchema) })
export const heartbeatFrameSchema = z.object({
  type: z.literal('heartbeat'),
  timestamp: timestampSchema,
  confidence: z.number().nullable(),
})
/** How many watch now; for viewers that asked for `frames=batch`. [L3] */
export const viewersFrameSchema = z.object({ type: z.literal('viewers'), viewers: z.int() })
export const errorFrameSchema = z.object({ type: z.literal('error'), problem: problemSchema })

/** Everything a server may send. [L3] */
export const serverFrameSchema = z.union([
  helloFrameSchema,
  entrySchema,
  batchFrameSchema,
  heartbeatFrameSchema,
  viewersFrameSchema,
  errorFrameSchema,
])
export type ServerFrame = z.infer<typeof serverFrameSchema>

/** Everything a viewer may send, beside the text `ping`. [L4] */
export const viewerFrameSchema = z.object({ type: z.literal('ack'), seq: z.int().min(0) })

/** Close codes of ours. [L4] [L6] */
export const closeCodes = { badFrame: 4400, unauthenticated: 4401, gone: 4404, lagging: 4429 } as const
