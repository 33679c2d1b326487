import type { HTMLAttributes } from "preact"

/** Custom elements that pages may write; each one only adds comfort. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "ff-menu": HTMLAttributes<HTMLElement>
      "ff-search": HTMLAttributes<HTMLElement>
    }
  }
}
