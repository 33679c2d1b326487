import type { JSX } from "preact"
import { type IconName, iconAddress } from "../assets/icons.ts"

export type { IconName }

/** Always decoration: the words beside it carry the meaning. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 | 24 | 32 }): JSX.Element {
  return (
    <svg class={`ff-icon ff-icon--${size}`} width={size} height={size} aria-hidden="true">
      <use href={iconAddress(name)} />
    </svg>
  )
}
