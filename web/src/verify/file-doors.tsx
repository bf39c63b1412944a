import { Link } from '../parts/link.tsx'

/** The ways to what can be done with an export that one has, for nobody need be signed in for it. */
export function FileDoors() {
  return (
    <p class="quiet">
      An export at hand? <Link to={{ at: 'verify' }}>Check that nothing in it was changed</Link>, or{' '}
      <Link to={{ at: 'import' }}>open it in the simulator</Link>.
    </p>
  )
}
