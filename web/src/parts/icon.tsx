const paths = {
  pause: 'M5 3v10M11 3v10',
  resume: 'M5 3l8 5-8 5z',
  end: 'M4 4h8v8H4z',
  download: 'M8 2v8M4.5 7L8 10.5 11.5 7M3 13.5h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
  copy: 'M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5L7.5 13a2.8 2.8 0 0 1-4-4L5 7.5',
  key: 'M5 8a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM7.2 8.8L13.5 2.5M10.5 5.5l2.5 2.5',
  pulse: 'M1 9h3l1.6-5 3 9L10.5 7l.9 2H15',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM10.4 10.4L14 14',
  compare: 'M1.5 11l3.5-5 3 3.5 3-6 3.5 4.5M1.5 13.5h13',
  eye: 'M1.5 8C3.2 5 5.4 3.5 8 3.5S12.8 5 14.5 8C12.8 11 10.6 12.5 8 12.5S3.2 11 1.5 8zM8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4z',
  bookmark: 'M4.5 2.5h7v11L8 10.5l-3.5 3z',
  home: 'M2.5 7.5L8 2.5l5.5 5M4 6.5v7h8v-7',
  people:
    'M6 3a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M11 3.5a2 2 0 0 1 0 4.2M12 9.8c1.6.4 2.6 1.7 2.6 3.7',
  check: 'M3 8.5l3.5 3.5L13 4.5',
} as const

export type IconName = keyof typeof paths

/** A line drawing that only accompanies words; a reader does not hear it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
