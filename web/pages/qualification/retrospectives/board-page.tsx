import {
  type EarlierLesson,
  findCohort,
  findRetrospective,
  type LessonView,
  listEarlierLessons,
  listLessons,
  type RetrospectiveView,
} from "../../../../server/qualification/index.ts"
import type { Ask } from "../../../form-pages.ts"
import { type FormState, freshForm, type Labels } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  ErrorSummary,
  type FieldError,
  fieldId,
  LinkButton,
  PageTitle,
  WHOLE_FORM,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Board } from "./board.tsx"
import { Lessons } from "./lessons.tsx"

/** What was refused, and of which column, card, topic or lesson. */
export type Tried = { form: FormState; at: string }

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

/** The board with the lessons out of it, as they are now; with what was refused where it was sent from. */
export async function showBoard(ask: Ask, cohortId: string, tried: Tried | null, opened?: string) {
  const { t, db, actor } = ask
  const props: BoardProps = {
    t,
    cohortId,
    ownerId: actor.id,
    view: await findRetrospective(db, actor, cohortId),
    lessons: await listLessons(db, actor, cohortId),
    earlier: await listEarlierLessons(db, actor, cohortId),
    tried: tried && { ...tried, form: withoutNeedlessVersion(tried.form) },
    opened,
  }
  const cohort = await findCohort(db, actor, cohortId)
  const words = t.qualification.retrospectives
  return cohortPage(
    t,
    cohort,
    { title: words.title },
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={<LinkButton href="#erkenntnisse">{words.toLessons}</LinkButton>}
      >
        {words.title}
      </PageTitle>
      <ErrorSummary errors={errorsOf(props.tried)} />
      <Board {...props} />
      <Lessons {...props} />
    </>,
  )
}

/** Only whoever sent a text has something to compare with a newer one; the others are told. */
const withoutNeedlessVersion = (form: FormState): FormState =>
  textOf(form.fields, "action") === "save" ? form : { ...form, newer: null }

/** Of a newer version its form tells. */
function errorsOf(tried: Tried | null): FieldError[] {
  if (!tried || tried.form.newer) return []
  return tried.form.errors.map(({ field, message }) => ({
    field: field === WHOLE_FORM ? field : `${field}-${tried.at}`,
    message,
  }))
}

type Here = { at: string; action?: string; input: FormState["input"]; labels: Labels; fields: Fields }

/** One of the page's many forms: as it was refused, or with what is stored. */
export function formOf({ tried }: Pick<BoardProps, "tried">, here: Here): FormState {
  const { at, action = "", input, labels, fields } = here
  return tried?.at === at && textOf(tried.form.fields, "action") === action
    ? { ...tried.form, input, labels }
    : freshForm(input, labels, fields)
}

export const isRefused = ({ status }: FormState) => status !== 200

/** The page has many fields of a name: the id says which one it is. */
export const idAt = (name: string, at: string) => ({ id: fieldId(`${name}-${at}`) })
