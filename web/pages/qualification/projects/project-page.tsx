import { mayStart } from "../../../../server/conversations/index.ts"
import type { Actor } from "../../../../server/kernel/actor.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import { findProject, type ProjectView, previewSubmission } from "../../../../server/qualification/work.ts"
import type { Ask } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Badge, ErrorSummary, LinkButton, PageTitle } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { startingWith } from "../../conversations/address.ts"
import { Talk } from "../chat.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { SheetLinks } from "../sheets/beside.tsx"
import { Comments } from "./comments.tsx"
import { Decisions } from "./decisions.tsx"
import { Items } from "./items.tsx"
import { Lines } from "./lines.tsx"
import { About, Editing, People } from "./own.tsx"
import type { Props } from "./parts.ts"
import { Submissions } from "./submissions.tsx"

/** The project with all that belongs to it; with what was refused of one of its forms where it was sent from. */
export async function showProject({ db, actor, t }: Ask, id: string, tried: Tried | null) {
  const project = await findProject(db, actor, id)
  const cohort = await findCohort(db, actor, project.cohortId)
  const isSubmittable = project.can.edit && project.agreementSteps.length > 0
  const preview = isSubmittable ? await previewSubmission(db, actor, id) : null
  const above = [{ label: t.qualification.projects.title, href: `/lerngruppen/${cohort.id}/projekte` }]
  return cohortPage(
    t,
    cohort,
    { title: project.title, above, width: "reading" },
    <Project
      t={t}
      project={project}
      preview={preview}
      tried={tried && withoutNeedlessVersion(tried)}
      others={mayStart(actor) ? othersOf(cohort, project, actor) : []}
    />,
  )
}

/** Whom somebody writes to who writes to all of the project. */
function othersOf(cohort: CohortView, project: ProjectView, actor: Actor): string[] {
  const memberIds = project.people.map(({ memberId }) => memberId)
  return cohort.people
    .filter(({ memberId, personId }) => memberIds.includes(memberId) && personId !== actor.id)
    .map(({ personId }) => personId)
}

/** Only whoever sent a text has something to compare with a newer one; the others are told. */
const withoutNeedlessVersion = ({ form, at }: Tried): Tried => {
  return { at, form: textOf(form.fields, "action") === "save" ? form : { ...form, newer: null } }
}

/** What was sent is known by what it does, where it is about no entry of its own. */
export const actionTried = (form: FormState): Tried => {
  return { form, at: textOf(form.fields, "action") }
}

function Project({ others, ...props }: Props & { others: string[] }) {
  const { t, project, tried } = props
  const words = t.qualification.projects
  const evidence = (
    <LinkButton
      href={`/lerngruppen/${project.cohortId}/nachweise/neu?art=project&von=${project.id}`}
      icon="attach"
    >
      {t.qualification.evidence.take}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        lead={
          <Badge kind={project.state === "finished" ? "success" : "neutral"}>
            {words.states[project.state]}
          </Badge>
        }
        actions={project.can.edit && evidence}
      >
        {project.title}
      </PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      <SheetLinks cohortId={project.cohortId} slug="lernprojekt" only={project} />
      <About {...props} />
      {project.can.edit && <Editing {...props} />}
      <Items {...props} kind="milestone" />
      <Items {...props} kind="task" />
      <Decisions {...props} />
      <Lines {...props} />
      <Submissions {...props} />
      <People {...props} />
      <Talk
        link={project.chatLink}
        edit={project.can.edit ? `/lernprojekte/${project.id}/chat` : null}
        here={others.length > 0 ? { href: startingWith(others), label: t.conversations.withPeople } : null}
      />
      <Comments {...props} />
    </>
  )
}
