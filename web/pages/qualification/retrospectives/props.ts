import type {
  EarlierLesson,
  LessonView,
  RetrospectiveView,
} from "../../../../server/qualification/outcome.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the parts of the board's page are made of. */
export type BoardProps = {
  t: Texts
  cohortId: string
  ownerId: string
  view: RetrospectiveView
  lessons: LessonView[]
  earlier: EarlierLesson[]
  tried: Tried | null
  /** The lesson that is open to be changed. */
  opened: string | undefined
}
