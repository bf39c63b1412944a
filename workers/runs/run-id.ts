export { firstRunId, keylessRunId } from '../../durable-objects/run-id.ts'
