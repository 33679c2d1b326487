import { type Static, Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html, Id, Nullable } from "../../../../server/kernel/schemas.ts"
import {
  addMember,
  CandidateQuery,
  type CohortView,
  changeManagers,
  EditedCohort,
  editCohort,
  findCandidates,
  findCohort,
  findInvitations,
  NewMember,
  removeMember,
  sendInvitations,
} from "../../../../server/qualification/index.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { eitherOf, NoInput, readForm } from "../../../form-reading.ts"
import { type FormState, freshForm } from "../../../form-state.tsx"
import { type Fields, faultErrors, textOf } from "../../../forms.ts"
import { ErrorSummary, type FieldError, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Adding } from "./adding.tsx"
import { Editing } from "./editing.tsx"
import { Invitations } from "./invitations.tsx"
import { Managers } from "./managers.tsx"
import { MemberLists } from "./member-lists.tsx"

const ADDRESS = "/lerngruppen/:id/beteiligte"
const Search = Closed({
  person: Type.Optional(Type.String({ maxLength: 200 })),
  hinweis: Type.Optional(Type.String()),
})
/** The part of a member ends. */
const Ended = Closed({ memberId: Id, ends: Type.Boolean() })
/** With whom several learners make agreements from now on. */
const Assigned = Closed({
  managerId: Nullable(Id),
  memberIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
})
const Change = eitherOf(NewMember, Ended, Assigned)

/** Everything about who belongs to a cohort: people, their managers, their invitations, and what they are there for. */
export function peoplePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  // By hand: a search that is refused says so with its status.
  app.get(
    ADDRESS,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: Search, response: html },
    },
    async (request, reply) => {
      const ask = { t: texts(request.locale), db: site.db, actor: request.actor, params: request.params }
      const searching = searchFor(ask.t, request.query.person)
      const content = await shown(ask, await find(ask), { searching, errors: searching.errors })
      return show(site, request, reply, () => content, searching.status)
    },
  )
  pages.form(ADDRESS, {
    find,
    input: Change,
    read: (fields) => readForm(inputOf(fields), fields),
    labels: (t) => labelsOf(t),
    act: change,
    to: (next) => next,
    again: (ask, cohort, form) => shown(ask, cohort, { errors: form.errors, managers: form }),
  })
  pages.form("/lerngruppen/:id/bearbeiten", {
    find,
    input: EditedCohort,
    labels: (t) => labelsOf(t),
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editCohort(db, actor, params.id, value),
    to: (_, { id }) => [`/lerngruppen/${id}/beteiligte`, "saved"],
    again: (ask, cohort, editing) =>
      shown(ask, cohort, { errors: editing.newer ? [] : editing.errors, editing }),
  })
  pages.form("/lerngruppen/:id/einladungen", {
    find,
    input: NoInput,
    act: ({ db, actor, params }) => sendInvitations(db, actor, params.id),
    to: (_, { id }) => [`/lerngruppen/${id}/beteiligte#einladungen`, "invited"],
    again: (ask, cohort, { errors }) => shown(ask, cohort, { errors }),
  })
}

async function find({ db, actor, params }: Pick<Ask, "db" | "actor" | "params">): Promise<CohortView> {
  const cohort = await findCohort(db, actor, params.id)
  if (!cohort.parts.includes("facilitator")) throw forbidden()
  return cohort
}

function inputOf(fields: Fields) {
  if (fields.ends !== undefined) return Ended
  return fields.managerId === undefined ? NewMember : Assigned
}

async function change(
  { db, actor }: Ask,
  value: Static<typeof Change>,
  { id, people }: CohortView,
): Promise<Next> {
  const page = `/lerngruppen/${id}/beteiligte`
  if ("ends" in value) {
    await removeMember(db, actor, id, value.memberId)
    // Whoever ends their own part as a facilitator has no way back to this page.
    const own = people.find(({ personId, part }) => personId === actor.id && part === "facilitator")
    return [own?.memberId === value.memberId ? "/qualifizierung" : page, "member-left"]
  }
  if ("memberIds" in value) {
    await changeManagers(db, actor, id, value.memberIds, value.managerId)
    return [page, "saved"]
  }
  await addMember(db, actor, id, value)
  return [page, "member-added"]
}

const labelsOf = ({ qualification: { cohorts }, errors: { labels } }: Texts) => ({
  name: cohorts.creation.name,
  mandateFrom: labels.mandateFrom,
  mandate: labels.mandate,
  managerId: cohorts.members.manager,
  memberIds: cohorts.parts.learner,
})

const fieldsOf = ({ name, mandateFrom, mandate, version }: CohortView): Fields => {
  return { name, mandateFrom, mandate, version: String(version) }
}

/** Whom one looks for, and what is wrong with it. */
function searchFor(t: Texts, person = ""): FormState {
  const form = freshForm(CandidateQuery, { name: t.errors.labels.name }, { name: person })
  const faults = person === "" ? [] : checkInput(CandidateQuery, { name: person }).faults
  const errors = faultErrors(t, faults, form.labels).map((error) => ({ ...error, field: "person" }))
  return { ...form, errors, status: errors.length > 0 ? 422 : 200 }
}

type Tried = {
  searching?: FormState
  errors?: FieldError[]
  managers?: FormState
  editing?: FormState
}

async function shown({ t, db, actor }: Pick<Ask, "t" | "db" | "actor">, cohort: CohortView, tried: Tried) {
  const { searching = searchFor(t), errors = [] } = tried
  const name = searching.errors.length > 0 ? "" : textOf(searching.fields, "name")
  const candidates = name === "" ? null : await findCandidates(db, actor, cohort.id, name)
  const invitations = await findInvitations(db, actor, cohort.id)
  const words = t.qualification.cohorts.members
  return cohortPage(
    t,
    cohort,
    {
      title: searching.errors.length > 0 ? t.shell.form.errorPageTitle(words.title) : words.title,
      width: "reading",
    },
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <ErrorSummary errors={errors} />
      <Adding cohort={cohort} form={searching} candidates={candidates} />
      <MemberLists cohort={cohort} invitations={invitations} />
      <Managers cohort={cohort} form={tried.managers ?? freshForm(Assigned, labelsOf(t), {})} />
      <Invitations cohort={cohort} view={invitations} />
      <Editing
        id={cohort.id}
        form={tried.editing ?? freshForm(EditedCohort, labelsOf(t), fieldsOf(cohort))}
      />
    </>,
  )
}
