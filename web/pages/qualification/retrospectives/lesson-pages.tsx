import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import {
  findCohort,
  findLesson,
  LessonVersion,
  listEarlierLessons,
  listLessons,
  releaseLesson,
  removeLesson,
  withdrawLesson,
} from "../../../../server/qualification/index.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import type { FieldError } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { lessonsOf } from "./columns.ts"
import { Lessons } from "./lessons.tsx"

type Found = { cohortId: string }
type Refused = { errors: FieldError[] }

export function lessonPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lerngruppen/:id/erkenntnisse", {
    find: ({ params }) => ({ cohortId: params.id }),
    show: (ask, found) => listed(ask, found, { errors: [] }),
  })
  const deeds = [
    { path: "freigeben", act: releaseLesson, hint: "lesson-released" },
    { path: "zurueckziehen", act: withdrawLesson, hint: "lesson-withdrawn" },
  ] as const
  for (const { path, act, hint } of deeds)
    pages.form(`/erkenntnisse/:id/${path}`, {
      find: async (ask) => {
        const lesson = await found(ask)
        if (!lesson.can.release && !lesson.can.withdraw) throw forbidden()
        return lesson
      },
      input: LessonVersion,
      act: ({ db, actor, params }, { version }) => act(db, actor, params.id, version),
      to: (_, { cohortId }, { params }) => [`${lessonsOf(cohortId)}#erkenntnis-${params.id}`, hint],
      again: listed,
    })
  pages.form("/erkenntnisse/:id/loeschen", {
    find: found,
    input: NoInput,
    act: ({ db, actor, params }) => removeLesson(db, actor, params.id),
    to: (_, { cohortId }) => [lessonsOf(cohortId), "lesson-removed"],
    again: listed,
  })
}

const found = ({ db, actor, params }: Ask) => findLesson(db, actor, params.id)

/** The lessons as they are now; below the reason, where something was refused. */
async function listed({ t, db, actor }: Ask, { cohortId }: Found, { errors }: Refused) {
  const own = await listLessons(db, actor, cohortId)
  const earlier = await listEarlierLessons(db, actor, cohortId)
  const cohort = await findCohort(db, actor, cohortId)
  return cohortPage(
    t,
    cohort,
    { title: t.qualification.lessons.title, width: "reading" },
    <Lessons t={t} cohortId={cohortId} own={own} earlier={earlier} errors={errors} />,
  )
}
