import type { ComponentChildren } from 'preact'
import { formatAddress, type Query } from '../app/address.ts'
import { go } from '../app/navigation.ts'
import type { Place } from '../app/places.ts'

interface LinkProps {
  to: Place
  query?: Query
  class?: string
  current?: boolean
  children: ComponentChildren
}

/** A link within the page: a real address, followed without loading anew. */
export function Link({ to, query = {}, class: className, current = false, children }: LinkProps) {
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to, query)
  }
  return (
    <a
      href={formatAddress({ place: to, query })}
      class={className}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
