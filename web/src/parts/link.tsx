import type { ComponentChildren } from 'preact'
import { addressOf, formatAddress, type Place } from '../app/address.ts'
import { go } from '../app/navigation.ts'

interface LinkProps {
  to: Place
  class?: string
  children: ComponentChildren
}

/** A link within the page: a real address, followed without loading anew. */
export function Link({ to, class: className, children }: LinkProps) {
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={formatAddress(addressOf(to))} class={className} onClick={follow}>
      {children}
    </a>
  )
}
