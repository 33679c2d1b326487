import type { Found } from "../../../server/search/index.ts"
import { useReader } from "../../layout/index.ts"
import { type Asked, addressOf } from "./address.ts"

/** The same search with its words corrected, where that finds something. */
export function Spelling({ asked, found: { spelling } }: { asked: Asked; found: Found }) {
  const { t } = useReader()
  if (!spelling) return null
  return (
    <p class="ff-spelling">
      {t.search.spelling} <a href={addressOf({ ...asked, q: spelling, after: null })}>{spelling}</a>
    </p>
  )
}
