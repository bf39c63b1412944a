import './app/sound-locale.ts'
import { render } from 'preact'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/pages.css'
import './styles/over.css'
import './app/app-bar.css'
import { App } from './app/app.tsx'
import { place } from './app/navigation.ts'
import { rooms } from './app/rooms.ts'
import { openSession } from './app/session.ts'
import { openDefaultView } from './views/open-default-view.ts'

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
void openSession().then(openDefaultView)
// The code of the room comes while it is found out who is there.
rooms[place.peek().at]?.preload()
