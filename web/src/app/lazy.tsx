import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Blank } from '../parts/blank.tsx'

/** A page whose code comes when it is wanted; `preload` asks for it ahead of that. */
export interface Lazy<Props> {
  (props: Props & JSX.IntrinsicAttributes): JSX.Element
  preload: () => void
}

/** Makes a page of code that is loaded on first use, once. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  function start(): Promise<void> {
    loading ??= load().then(
      (component) => void (loaded = component),
      (error: unknown) => {
        // Asked for again when somebody comes back to it: the line may have been down.
        loading = null
        throw error
      },
    )
    return loading
  }

  function Room(props: Props) {
    const [failed, setFailed] = useState(false)
    const [, redraw] = useState(0)
    useEffect(() => {
      // It may have come since this was drawn: then this only draws it.
      start().then(
        () => redraw((times) => times + 1),
        () => setFailed(true),
      )
    }, [])
    if (loaded) {
      const Page = loaded
      return <Page {...props} />
    }
    return (
      <main class="page">
        {failed ? (
          <Blank title="This page could not be loaded">
            <p>The server may be away, or have a newer version of the page.</p>
            <button type="button" class="button button-main" onClick={() => location.reload()}>
              Load anew
            </button>
          </Blank>
        ) : (
          <Blank title="Opening…" line="busy" />
        )}
      </main>
    )
  }
  return Object.assign(Room, { preload: () => void start().catch(() => undefined) })
}
