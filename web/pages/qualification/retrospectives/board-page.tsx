import { findCohort } from "../../../../server/qualification/core.ts"
import {
  findRetrospective,
  listEarlierLessons,
  listLessons,
} from "../../../../server/qualification/outcome.ts"
import type { Ask } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { ErrorSummary, LinkButton, PageTitle } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { cohortPage } from "../cohort-page.tsx"
import { planPath } from "../plans/address.ts"
import { Board } from "./board.tsx"
import { Lessons } from "./lessons.tsx"
import type { BoardProps } from "./props.ts"

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
        actions={
          <>
            <LinkButton href="#erkenntnisse">{words.toLessons}</LinkButton>
            <LinkButton href={planPath(cohortId, "lasting")}>
              {t.qualification.plans.kinds.lasting.title}
            </LinkButton>
          </>
        }
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
