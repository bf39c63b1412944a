import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { DocumentedOperation, OpenApiDocument } from './document.ts'
import type { JsonSchema } from './schemas.ts'

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/**
 * The document to read: one page, without a script, from this host alone. What can be unfolded is HTML's own
 * `details`.
 */
export function docsPage(document: OpenApiDocument): Markup {
  const { info, tags, paths, components } = document
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <header>
          <h1>${info.title} API</h1>
          ${paragraphs(info.description)}
          <p>The same for programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
          <nav aria-label="Contents">
            <ul>
              ${tags.map(({ name }) => html`<li><a href="#${anchor(name)}">${name}</a></li>`)}
              <li><a href="#schemas">Schemas</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${tags.map(
            ({ name }) =>
              html`<section>
                <h2 id="${anchor(name)}">${name}</h2>
                ${all.filter(({ operation }) => operation.tags.includes(name)).map(operationMarkup)}
              </section>`,
          )}
          <section>
            <h2 id="schemas">Schemas</h2>
            ${Object.entries(components.schemas).map(
              ([name, schema]) =>
                html`<details id="schema-${name}">
                  <summary><code>${name}</code></summary>
                  ${schemaMarkup(schema)}
                </details>`,
            )}
          </section>
        </main>
      </body>
    </html>`
}

function operationMarkup({
  method,
  path,
  operation,
}: {
  method: string
  path: string
  operation: DocumentedOperation
}): Markup {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  return html`<article id="${operationId}">
    <h3><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code></h3>
    <p>${summary}</p>
    ${description === undefined ? '' : paragraphs(description)}
    <p class="who">${securityText(operation)}</p>
    ${parameters.length === 0 ? '' : parametersMarkup(parameters)}
    ${Object.values(requestBody?.content ?? {}).map(
      ({ schema, example }) =>
        html`<details>
          <summary>Body</summary>
          ${schemaMarkup(schema)} ${exampleMarkup(example)}
        </details>`,
    )}
    ${Object.entries(responses).map(
      ([status, answer]) =>
        html`<details>
          <summary><strong>${status}</strong> ${inline(answer.description)}</summary>
          ${Object.entries(answer.content ?? {}).map(
            ([type, content]) =>
              html`<p><code>${type}</code></p>
                ${schemaMarkup(content.schema)} ${exampleMarkup((content as { example?: unknown }).example)}`,
          )}
        </details>`,
    )}
  </article>`
}

function parametersMarkup(parameters: DocumentedOperation['parameters']): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Parameter</th>
        <th scope="col">In</th>
        <th scope="col">What it may be</th>
      </tr>
    </thead>
    <tbody>
      ${parameters.map(
        (one) =>
          html`<tr>
            <td><code>${one.name}</code>${one.required ? ' (required)' : ''}</td>
            <td>${one.in}</td>
            <td><code>${JSON.stringify(one.schema)}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

const credentials: Record<string, string> = {
  apiKey: 'an API key',
  token: 'a user token',
  session: 'a session of the page',
  metricsToken: 'the metrics token',
}

function securityText({ security }: DocumentedOperation): string {
  if (security.length === 0) return 'For everybody.'
  const names = security.flatMap((one) => Object.keys(one).flatMap((name) => credentials[name] ?? []))
  return `With ${names.join(', or ')}.`
}

/** A schema as JSON, each reference a link to what it refers to. */
function schemaMarkup(schema: JsonSchema): Markup {
  const text = JSON.stringify(schema, null, 2)
  const parts = text.split(/("#\/components\/schemas\/[A-Za-z]+")/)
  return html`<pre><code>${parts.map((part) => {
    const [, name] = /^"#\/components\/schemas\/([A-Za-z]+)"$/.exec(part) ?? []
    return name === undefined ? part : html`<a href="#schema-${name}">"${name}"</a>`
  })}</code></pre>`
}

function exampleMarkup(example: unknown): Markup | '' {
  if (example === undefined) return ''
  return html`<p>Example</p>
    <pre><code>${JSON.stringify(example, null, 2)}</code></pre>`
}

function paragraphs(text: string): Markup[] {
  return text.split('\n\n').map((one) => html`<p>${inline(one)}</p>`)
}

/** Texts of ours hold nothing of Markdown but code between backticks. */
function inline(text: string): (Markup | string)[] {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.endsWith('`') && part.length > 1
        ? html`<code>${part.slice(1, -1)}</code>`
        : part,
    )
}

function anchor(name: string): string {
  return `tag-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}

/** Of the page; the strict Content-Security-Policy lets no inline style pass. */
export const docsStyle = raw(`:root { color-scheme: light dark; --line: #8886; --quiet: #6a7280; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a1a8b3; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
article { margin: 2rem 0; } h3 { font-size: 1rem; margin-bottom: 0; overflow-wrap: anywhere; }
h3 code:first-child { font-weight: 700; padding: .1em .4em; border: 1px solid var(--line); border-radius: .3em; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
pre { overflow: auto; max-height: 30rem; padding: .75rem; border: 1px solid var(--line); border-radius: .4rem; }
code { font-family: ui-monospace, monospace; font-size: .875em; }
table { border-collapse: collapse; display: block; overflow: auto; } th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; }
summary { cursor: pointer; } .who { color: var(--quiet); }
`).toString()
