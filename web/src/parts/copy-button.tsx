import { useState } from 'preact/hooks'
import { toast } from '../app/toasts.tsx'
import { Icon, type IconName } from './icon.tsx'

interface CopyButtonProps {
  /** What is copied, made when asked for. */
  text: () => string
  label: string
  icon?: IconName
}

/** Copies a text and says so where the finger is. */
export function CopyButton({ text, label, icon = 'copy' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setCopied(true)
      setTimeout(() => setCopied(false), 1600)
    } catch {
      toast('The browser did not allow copying. Select the text and copy it by hand.', 'bad')
    }
  }
  return (
    <button type="button" class="button button-quiet" onClick={() => void copy()}>
      <Icon name={copied ? 'check' : icon} />
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </button>
  )
}
