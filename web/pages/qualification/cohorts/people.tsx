import { type Static, type TSchema, Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html, Id, Nullable } from "../../../../server/kernel/schemas.ts"
import {
  CandidateQuery,
  type CohortView,
  EditedCohort,
  editCohort,
  findCohort,
  findInvitations,
  listLearnerRoles,
  NewMember,
  NewRoleRequest,
  requestRole,
  sendInvitations,
} from "../../../../server/qualification/core.ts"
import {
  addMember,
  changeManagers,
  findCandidates,
  removeMember,
} from "../../../../server/qualification/course.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm } from "../../../form-state.tsx"
import { type Fields, faultErrors, textOf } from "../../../forms.ts"
import { PageTitle } from "../../../layout/index.ts"
import { type Content, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Adding } from "./adding.tsx"
import { Editing } from "./editing.tsx"
import { Invitations } from "./invitations.tsx"
import { Managers } from "./managers.tsx"
import { MemberLists } from "./member-lists.tsx"
import { Roles } from "./roles.tsx"

const ADDRESS = "/lerngruppen/:id/beteiligte"
const Search = Closed({
  person: Type.Optional(Type.String({ maxLength: 200 })),
  hinweis: Type.Optional(Type.String()),
})
/** With whom several learners make agreements from now on. */
const Assigned = Closed({
  managerId: Nullable(Id),
  memberIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
})
const actions = actionsOf({
  add: NewMember,
  end: Closed({ memberId: Id }),
  assign: Assigned,
  edit: EditedCohort,
  invite: NoInput,
  request: NewRoleRequest,
})

/** Everything about who belongs to a cohort: people, managers, invitations, roles, and what they are there for. */
export function peoplePages(app: App, site: Site): void {
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
      const content = await shown(ask, await find(ask), null, searching)
      const title = searching.status < 400 ? content.title : ask.t.shell.form.errorPageTitle(content.title)
      return show(site, request, reply, () => ({ ...content, title }), searching.status)
    },
  )
  pagesOf(app, site).form(ADDRESS, {
    find,
    ...actions,
    labels: labelsOf,
    start: fieldsOf,
    act: carryOut,
    to: (next) => next,
    again: shown,
  })
}

async function find({ db, actor, params }: Pick<Ask, "db" | "actor" | "params">): Promise<CohortView> {
  const cohort = await findCohort(db, actor, params.id)
  if (!cohort.parts.includes("facilitator")) throw forbidden()
  return cohort
}

type Value = Static<typeof actions.input>

async function carryOut({ db, actor }: Ask, value: Value, { id, people }: CohortView): Promise<Next> {
  const page = `/lerngruppen/${id}/beteiligte`
  if (value.action === "add") {
    await addMember(db, actor, id, value)
    return [page, "member-added"]
  }
  if (value.action === "end") {
    await removeMember(db, actor, id, value.memberId)
    // Whoever ends their own part as a facilitator has no way back to this page.
    const own = people.find(({ personId, part }) => personId === actor.id && part === "facilitator")
    return [own?.memberId === value.memberId ? "/qualifizierung" : page, "member-left"]
  }
  if (value.action === "invite") {
    await sendInvitations(db, actor, id)
    return [`${page}#einladungen`, "invited"]
  }
  if (value.action === "request") {
    await requestRole(db, actor, id, value)
    return [`${page}#redaktion`, "role-requested"]
  }
  if (value.action === "assign") await changeManagers(db, actor, id, value.memberIds, value.managerId)
  else await editCohort(db, actor, id, value)
  return [page, "saved"]
}

const labelsOf = ({ qualification: { cohorts, roles }, errors: { labels } }: Texts) => ({
  name: cohorts.creation.name,
  mandateFrom: labels.mandateFrom,
  mandate: labels.mandate,
  managerId: cohorts.members.manager,
  memberIds: cohorts.parts.learner,
  memberId: roles.person,
  reason: roles.reason,
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

type Asked = Pick<Ask, "t" | "db" | "actor">

/** @param sent what was refused of the forms of the page */
async function shown(
  { t, db, actor }: Asked,
  cohort: CohortView,
  sent: FormState | null,
  searching = searchFor(t),
): Promise<Content> {
  const name = searching.errors.length > 0 ? "" : textOf(searching.fields, "name")
  const candidates = name === "" ? null : await findCandidates(db, actor, cohort.id, name)
  const invitations = await findInvitations(db, actor, cohort.id)
  const needsRole = cohort.steps.some(({ features }) => features.includes("platform"))
  const roles = needsRole ? await listLearnerRoles(db, actor, cohort.id) : null
  const words = t.qualification.cohorts.members
  const formOf = (action: string, input: TSchema, fields: Fields) =>
    sent && textOf(sent.fields, "action") === action
      ? { ...sent, input }
      : freshForm(input, labelsOf(t), fields)
  return cohortPage(
    t,
    cohort,
    { title: words.title, width: "reading" },
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Faults form={sent ?? searching} />
      <Adding cohort={cohort} form={searching} candidates={candidates} />
      <MemberLists cohort={cohort} invitations={invitations} />
      <Managers cohort={cohort} form={formOf("assign", Assigned, {})} />
      <Invitations cohort={cohort} view={invitations} />
      {roles && <Roles cohortId={cohort.id} rows={roles} form={formOf("request", NewRoleRequest, {})} />}
      <Editing id={cohort.id} form={formOf("edit", EditedCohort, fieldsOf(cohort))} />
    </>,
  )
}
