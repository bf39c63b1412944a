import './rows.css'
import type { ComponentChildren } from 'preact'

interface RowsProps {
  heads: readonly string[]
  /** Whether a last column has buttons; its heading is only read out. */
  actions?: boolean
  /** `tr` elements, a `td` for each heading; one with `data-head` bears that word where rows stand one below another. */
  children: ComponentChildren
}

/** A table in a frame; on a narrow screen each row is a block of its own. */
export function Rows({ heads, actions = false, children }: RowsProps) {
  return (
    <div class="rows-frame">
      <table class="rows">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span class="only-read">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
