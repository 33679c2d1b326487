import type { ConsultingView, TopicsView } from "../../../../server/qualification/meet.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the parts of the page of a consulting are made of. */
export type ConsultingProps = { consulting: ConsultingView; tried: Tried | null; ownerId: string }

/** What the parts of the page of topics are made of. */
export type TopicsProps = {
  t: Texts
  view: TopicsView
  tried: Tried | null
  /** The topic that somebody wants to begin with. */
  chosen: string | undefined
}
