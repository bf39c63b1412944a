/*
 * The D1 schema. Instants are milliseconds since the epoch; ids are as in spec [I1]; JSON columns hold what
 * the named schema of protocol/ parses. After a change here: `npm run migration`.
 */
export * from './schema/operations.ts'
export * from './schema/organizations.ts'
export * from './schema/people.ts'
export * from './schema/runs.ts'
