/** Stated limits of the wire. [N1] */
export const limits = {
  bodyBytes: 16 * 1024 * 1024,
  /** Stored UTF-8 bytes of prompt and of response, each. */
  textBytes: 128 * 1024,
  metaBytes: 16 * 1024,
  metaDepth: 8,
  batchBeats: 500,
  pageDefault: 100,
  pageMax: 500,
  idLength: 64,
  /** Of a person, an organisation, a project, a key. */
  nameLength: 100,
  passwordLength: 128,
  /** That a person may be in. */
  organizations: 50,
  /** Of an organisation, and keys of a project that are not revoked. */
  projects: 200,
  keys: 200,
  runNameLength: 200,
  labels: 20,
  labelLength: 64,
} as const
