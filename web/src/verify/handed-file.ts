import { signal } from '@preact/signals'

/** The file that goes along from one room to another: checked here, opened there. */
export const handedFile = signal<File | null>(null)
