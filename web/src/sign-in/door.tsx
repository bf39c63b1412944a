import './sign-in.css'
import '../styles/forms.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'

/** The frame of the pages before one is in: one card, one thing to do. */
export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · Custos`
  }, [title])
  return (
    <main class="door">
      <span class="brand">
        <span class="brand-mark">
          <Icon name="pulse" />
        </span>
        Custos
      </span>
      <section class="panel">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
