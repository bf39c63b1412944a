import { pan, type Stretch, type View, zoom } from './view.ts'

interface Ground {
  /** The stretch on screen. */
  stretch(): Stretch
  /** The whole run. */
  run(): Stretch
  onView(view: View): void
  onReset(): void
  /** Width of the trace in CSS pixels. */
  width(): number
}

/**
 * Wheel (zoom; sideways or with Shift: pan), fingers (one: pan, two: zoom) and double click (back) on the trace.
 * Dragging with a mouse is uPlot's.
 *
 * @returns what takes the listeners away again
 */
export function listenToGestures(element: HTMLElement, ground: Ground): () => void {
  const fingers = new Map<number, number>()
  const width = () => Math.max(1, ground.width())
  const left = () => element.getBoundingClientRect().left
  const instantAt = (clientX: number, { from, to }: Stretch) =>
    from + ((clientX - left()) / width()) * (to - from)

  function onWheel(event: WheelEvent) {
    event.preventDefault()
    const stretch = ground.stretch()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const sideways = event.shiftKey ? event.deltaY : event.deltaX
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const byS = ((sideways * lines) / width()) * (stretch.to - stretch.from)
      ground.onView(pan(stretch, byS, ground.run()))
      return
    }
    const factor = Math.exp(Math.max(-80, Math.min(80, event.deltaY * lines)) / 300)
    ground.onView(zoom(stretch, instantAt(event.clientX, stretch), factor, ground.run()))
  }

  function onDown(event: PointerEvent) {
    if (event.pointerType !== 'mouse') fingers.set(event.pointerId, event.clientX)
  }

  function onMove(event: PointerEvent) {
    const before = fingers.get(event.pointerId)
    if (before === undefined || before === event.clientX) return
    const stretch = ground.stretch()
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other === undefined) {
      const byS = ((before - event.clientX) / width()) * (stretch.to - stretch.from)
      ground.onView(pan(stretch, byS, ground.run()))
    } else {
      const factor = Math.max(20, Math.abs(before - other)) / Math.max(20, Math.abs(event.clientX - other))
      ground.onView(zoom(stretch, instantAt((before + other) / 2, stretch), factor, ground.run()))
    }
    fingers.set(event.pointerId, event.clientX)
  }

  const onUp = (event: PointerEvent) => void fingers.delete(event.pointerId)
  const onDouble = () => ground.onReset()
  element.addEventListener('wheel', onWheel, { passive: false })
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('dblclick', onDouble)
  addEventListener('pointerup', onUp)
  addEventListener('pointercancel', onUp)
  return () => {
    element.removeEventListener('wheel', onWheel)
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('dblclick', onDouble)
    removeEventListener('pointerup', onUp)
    removeEventListener('pointercancel', onUp)
  }
}
