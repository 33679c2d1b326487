import type { HTMLAttributes, JSX } from "preact"

/** Custom elements that pages may write; each one only adds comfort. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "ff-menu": HTMLAttributes<HTMLElement>
    }
  }
}

export type ElementName = "ff-menu" & keyof JSX.IntrinsicElements
