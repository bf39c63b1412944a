import { openApiDocument, type OpenApiDocument } from './document.ts'
import { operations } from './operations.ts'

export { docsPage, docsStyle } from './docs-page.ts'

let made: OpenApiDocument | null = null

/** The document of this server: made once an isolate. */
export function openApi(publicUrl: string): OpenApiDocument {
  made ??= openApiDocument(operations, publicUrl)
  return made
}
