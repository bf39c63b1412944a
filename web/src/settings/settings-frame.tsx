import './settings.css'
import '../styles/forms.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Account } from '../api/calls.ts'
import { place } from '../app/navigation.ts'
import { pathOf, type Place } from '../app/places.ts'
import { may } from '../app/rights.ts'
import { Link } from '../parts/link.tsx'

interface SettingsFrameProps {
  account: Account
  title: string
  children: ComponentChildren
}

/** The settings: what there is to set on one side, the chosen of it on the other. */
export function SettingsFrame({ account, title, children }: SettingsFrameProps) {
  useEffect(() => {
    document.title = `${title} · Custos`
  }, [title])
  return (
    <main class="page settings">
      <nav class="settings-nav" aria-label="Settings">
        <Door to={{ at: 'settings-account' }}>Account</Door>
        {account.organizations.map(({ id, name, role }) => (
          <section key={id} aria-label={name}>
            <h2>{name}</h2>
            <Door to={{ at: 'settings-organization', organizationId: id }}>Organisation</Door>
            {account.projects
              .filter(({ organization_id }) => organization_id === id)
              .map((project) => (
                <Door key={project.id} to={{ at: 'settings-project', projectId: project.id }}>
                  {project.name}
                </Door>
              ))}
            {may(role, 'audit:read') && (
              <Door to={{ at: 'settings-audit', organizationId: id }}>Audit log</Door>
            )}
          </section>
        ))}
      </nav>
      <div class="settings-body">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}

function Door({ to, children }: { to: Place; children: ComponentChildren }) {
  const here = pathOf(place.value) === pathOf(to)
  return (
    <Link to={to} class={here ? 'settings-door is-here' : 'settings-door'} current={here}>
      {children}
    </Link>
  )
}
