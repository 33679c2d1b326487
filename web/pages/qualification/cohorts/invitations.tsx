import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findInvitations,
  type InvitationsView,
  sendInvitations,
} from "../../../../server/qualification/index.ts"
import { FormOf } from "../../../forms.ts"
import { Buttons, Form, PageTitle, SubmitButton, Table } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

const config = { access: "signed-in", page: true } as const

export function invitationPages(app: App, site: Site): void {
  app.get(
    "/lerngruppen/:id/einladungen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const view = await findInvitations(site.db, request.actor, request.params.id)
      const cohort = await findCohort(site.db, request.actor, request.params.id)
      return show(site, request, reply, (t) => {
        const { title } = t.qualification.cohortDates.invitations
        return {
          title,
          current: "qualification",
          width: "reading",
          breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
          children: <Invitations t={t} cohortId={cohort.id} view={view} />,
        }
      })
    },
  )
  app.post(
    "/lerngruppen/:id/einladungen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await sendInvitations(site.db, request.actor, request.params.id)
      return goTo(reply, `/lerngruppen/${request.params.id}/einladungen`, "invited")
    },
  )
}

/** Who gets what, before it is sent. */
function Invitations({ t, cohortId, view }: { t: Texts; cohortId: string; view: InvitationsView }) {
  const words = t.qualification.cohortDates.invitations
  const isWaiting = view.people.some(({ invited, reachable }) => !invited && reachable)
  const stateOf = ({ invited, reachable }: InvitationsView["people"][number]) => {
    if (!reachable) return words.unreachable
    return invited ? words.invited : words.waiting(view.sessions)
  }
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Table
        caption={words.title}
        columns={[words.person, words.state]}
        rows={view.people.map((person) => ({
          key: person.personId,
          cells: [person.name, stateOf(person)],
        }))}
      />
      {view.sessions === 0 && <p>{words.noSessions}</p>}
      {!isWaiting && <p>{words.allInvited}</p>}
      {isWaiting && view.sessions > 0 && (
        <Form action={`/lerngruppen/${cohortId}/einladungen`}>
          <Buttons>
            <SubmitButton icon="mail">{words.send}</SubmitButton>
          </Buttons>
        </Form>
      )}
    </>
  )
}
