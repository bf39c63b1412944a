import './app/sound-locale.ts'
import { render } from 'preact'
import 'uplot/dist/uPlot.min.css'
import './styles.css'
import { App } from './app/app.tsx'
import { openSession } from './app/session.ts'

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
void openSession()
