import { useEffect, useState } from 'preact/hooks'
import { toast } from './toasts.tsx'

/** So long after a page stands it fetches what may be wanted next, and as long after that did not work; ms. */
const AHEAD_MS = 3000

const notHere =
  'This part could not be loaded: the server may be away, or have a newer version of the page. ' +
  'It opens when it comes; if it does not, load the page anew.'

/**
 * A part of a page whose code is no part of its first load: it comes when it is wanted, or a while after the page
 * stands, so that it is here when the line is not.
 *
 * @param load fetches the part
 * @param wanted whether it is to be shown now
 * @returns null until it is here
 */
export function useLater<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<{ is: Part } | null>(null)
  useEffect(() => {
    if (part) return undefined
    async function fetchIt() {
      try {
        const is = await load()
        setPart({ is })
      } catch {
        if (wanted && !told) toast(notHere, 'bad')
        told = true
        after(AHEAD_MS)
      }
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let [told, left] = [false, false]
    const after = (ms: number) => {
      if (!left) timer = setTimeout(() => void fetchIt(), ms)
    }
    after(wanted ? 0 : AHEAD_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [wanted])
  return part?.is ?? null
}
