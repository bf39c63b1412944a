import { createApp } from './app.ts'

export { RunSession } from '../durable-objects/run-session.ts'

export default createApp()
