import { Closed } from "../../../../server/kernel/schemas.ts"
import { NewItem, type ProjectView, type Submitted } from "../../../../server/qualification/work.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What each part of a project's page is made of. */
export type Props = {
  t: Texts
  project: ProjectView
  /** What a manager would see of it now; for those alone whose project it is. */
  preview: Submitted | null
  tried: Tried | null
}

const { kind: _, ...item } = NewItem.properties
/** A milestone or a task: which of them, the action of its form says. */
export const Item = Closed(item)

/** Where on the page what a project is made of stands. */
export const PLACES = { milestone: "meilensteine", task: "aufgaben", decision: "entscheidungen" } as const

/** Which of the page's forms it is. */
export const NEW_COMMENT = "kommentar"
