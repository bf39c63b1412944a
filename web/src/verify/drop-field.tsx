import './drop-field.css'
import type { TargetedDragEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'

interface DropFieldProps {
  /** What to do here, e.g. "Drop an export here". */
  label: string
  hint: string
  /** Of the file that is chosen already. */
  name: string | null
  accept: string
  onFile: (file: File) => void
}

/** A place to drop a file on, or to choose one with a click or the keyboard. */
export function DropField({ label, hint, name, accept, onFile }: DropFieldProps) {
  const [over, setOver] = useState(false)

  function take(files: FileList | null | undefined) {
    const file = files?.[0]
    if (file) onFile(file)
  }

  function hold(event: TargetedDragEvent<HTMLElement>) {
    event.preventDefault()
    setOver(event.type !== 'dragleave')
  }

  return (
    <label
      class={over ? 'drop is-over' : 'drop'}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={hold}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        type="file"
        class="only-read"
        accept={accept}
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same file again, changed meanwhile, is news.
          currentTarget.value = ''
        }}
      />
      <Icon name={name === null ? 'download' : 'check'} />
      <strong>{name ?? label}</strong>
      <span class="quiet">{name === null ? hint : 'Choose another'}</span>
    </label>
  )
}
