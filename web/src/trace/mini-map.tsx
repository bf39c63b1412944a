import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { RunStore } from '../run/run-store.ts'
import type { BeatColumns } from './columns.ts'
import { marks } from './columns.ts'
import { type Theme, theme } from './theme.ts'
import { pan, type Stretch, stretchOf, type View } from './view.ts'

interface MiniMapProps {
  store: RunStore
  view: ReadonlySignal<View>
  onView: (view: View) => void
}

/** The whole run in a strip, with the stretch on screen as a window that can be moved. */
export function MiniMap({ store, view, onView }: MiniMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    const size = signal(0)
    const whole = () => stretchOf({ follow: true, spanS: null }, store.extent)
    // The run itself is painted when there is more of it; the window moves over that painting.
    const ground = document.createElement('canvas')
    const painted = signal(0)
    fit(element)
    const stopPainting = effect(() => {
      void [store.calm.value, theme.value, size.value]
      untracked(() => {
        paint(ground, element, store.whole.columns, whole(), theme.peek())
        painted.value += 1
      })
    })
    const stop = effect(() => {
      void [painted.value, view.value]
      untracked(() =>
        drawWindow(element, ground, whole(), stretchOf(view.peek(), store.extent), theme.peek()),
      )
    })
    const observer = new ResizeObserver(() => {
      fit(element)
      size.value += 1
    })
    observer.observe(element)
    const unlisten = listenToMap(
      element,
      whole,
      () => stretchOf(view.peek(), store.extent),
      (next) => onView(next),
    )
    return () => {
      observer.disconnect()
      unlisten()
      stop()
      stopPainting()
    }
  }, [store])

  return <canvas ref={canvas} class="mini-map" aria-hidden="true" />
}

function fit(canvas: HTMLCanvasElement): void {
  const ratio = devicePixelRatio || 1
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** Paints the whole run on a canvas as large as another. */
function paint(
  ground: HTMLCanvasElement,
  { width, height }: HTMLCanvasElement,
  columns: BeatColumns,
  whole: Stretch,
  theme: Theme,
): void {
  const ratio = devicePixelRatio || 1
  ground.width = width
  ground.height = height
  const context = ground.getContext('2d')
  if (!context || width === 0) return
  const perSecond = width / (whole.to - whole.from)
  const xOf = (seconds: number) => (seconds - whole.from) * perSecond
  const worst = new Uint8Array(width)
  const lowest = new Float32Array(width).fill(Number.NaN)
  for (let row = 0; row < columns.length; row += 1) {
    const x = Math.max(0, Math.min(width - 1, Math.floor(xOf(columns.time[row] ?? 0))))
    const mark = columns.mark[row] ?? 0
    const value = marks[mark] === 'flatline' ? 0 : (columns.score[row] ?? 0)
    worst[x] = Math.max(worst[x] ?? 0, mark)
    if (!((lowest[x] ?? Number.NaN) <= value)) lowest[x] = value
  }
  const room = height - 6 * ratio
  const line = new Path2D()
  let before = -Infinity
  for (let x = 0; x < width; x += 1) {
    const value = lowest[x] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const mark = marks[worst[x] ?? 0] ?? 'green'
    const y = 3 * ratio + (1 - value) * room
    if (x - before > width * 0.02) line.moveTo(x, y)
    else line.lineTo(x, y)
    before = x
    if (mark === 'green') continue
    context.fillStyle = theme.marks[mark]
    // What is not green reaches down to the edge: a single one among thousands is still seen.
    const top = mark === 'flatline' ? 0 : y
    context.fillRect(x, top, Math.max(1, (mark === 'flatline' ? 2 : 1.5) * ratio), height - top)
  }
  context.strokeStyle = theme.marks.green
  context.lineWidth = ratio
  context.stroke(line)
}

/** Draws the painting, and over it the stretch that is on screen. */
function drawWindow(
  canvas: HTMLCanvasElement,
  ground: HTMLCanvasElement,
  whole: Stretch,
  shown: Stretch,
  theme: Theme,
): void {
  const { width, height } = canvas
  const ratio = devicePixelRatio || 1
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  context.clearRect(0, 0, width, height)
  context.drawImage(ground, 0, 0)
  const perSecond = width / (whole.to - whole.from)
  const xOf = (seconds: number) => (seconds - whole.from) * perSecond
  const [left, right] = [Math.max(0, xOf(shown.from)), Math.min(width, xOf(shown.to))]
  context.fillStyle = theme.quiet
  context.globalAlpha = 0.16
  context.fillRect(0, 0, left, height)
  context.fillRect(right, 0, width - right, height)
  context.globalAlpha = 1
  context.strokeStyle = theme.accent
  context.lineWidth = ratio
  context.strokeRect(left + ratio / 2, ratio / 2, Math.max(2, right - left - ratio), height - ratio)
}

function listenToMap(
  element: HTMLElement,
  whole: () => Stretch,
  shown: () => Stretch,
  onView: (view: View) => void,
): () => void {
  let lastX: number | null = null
  const perPixel = () => (whole().to - whole().from) / Math.max(1, element.clientWidth)

  function onDown(event: PointerEvent) {
    element.setPointerCapture(event.pointerId)
    const at = whole().from + (event.clientX - element.getBoundingClientRect().left) * perPixel()
    const { from, to } = shown()
    if (at < from || at > to) onView(pan({ from, to }, at - (from + to) / 2, whole()))
    lastX = event.clientX
  }
  function onMove(event: PointerEvent) {
    if (lastX === null) return
    const byS = (event.clientX - lastX) * perPixel()
    lastX = event.clientX
    if (byS !== 0) onView(pan(shown(), byS, whole()))
  }
  const onUp = () => (lastX = null)
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('pointercancel', onUp)
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('pointerup', onUp)
    element.removeEventListener('pointercancel', onUp)
  }
}
