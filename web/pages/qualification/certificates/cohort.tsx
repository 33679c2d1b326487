import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type CohortCertificate,
  findCohort,
  issueCertificate,
  listCohortCertificates,
  NewCertificate,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Badge,
  Day,
  EmptyState,
  ErrorSummary,
  type FieldError,
  List,
  PageTitle,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

const config = { access: "signed-in", page: true } as const
const ADDRESS = "/lerngruppen/:id/zertifikate"

/** Where the facilitator issues: every learner, with what is still owed. */
export function cohortCertificatePages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showAll(site, request, reply, request.params.id),
  )
  app.post(
    ADDRESS,
    { config, schema: { params: ById, body: FormOf("memberId"), response: html } },
    async (request, reply) => {
      const { id } = request.params
      const t = texts(request.locale)
      const input = { memberId: textOf(request.body, "memberId") }
      const { value, faults } = checkInput(NewCertificate, input)
      if (!value) return showAll(site, request, reply, id, fieldErrors(t, faults), 422)
      try {
        const created = await issueCertificate(site.db, request.actor, id, value)
        return goTo(reply, `/zertifikate/${created.id}`, "certificate-issued")
      } catch (error) {
        const status = error instanceof Refusal ? error.status : 422
        return showAll(site, request, reply, id, refusalErrors(t, error), status)
      }
    },
  )
}

async function showAll(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  errors: FieldError[] = [],
  status = 200,
) {
  const learners = await listCohortCertificates(site.db, request.actor, cohortId)
  const cohort = await findCohort(site.db, request.actor, cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.certificates
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.title) : words.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: words.title }]} />,
        children: (
          <>
            <PageTitle lead={<p>{words.cohortLead}</p>}>{words.title}</PageTitle>
            <ErrorSummary errors={errors.map(({ message }) => ({ field: "formular", message }))} />
            {learners.length === 0 ? (
              <EmptyState icon="people" title={words.noLearnersTitle}>
                <p>{words.noLearnersText}</p>
              </EmptyState>
            ) : (
              <List>
                {learners.map((learner) => (
                  <Learner key={learner.memberId} t={t} cohortId={cohortId} learner={learner} />
                ))}
              </List>
            )}
          </>
        ),
      }
    },
    status,
  )
}

type Props = { t: Texts; cohortId: string; learner: CohortCertificate }

function Learner({ t, cohortId, learner }: Props) {
  const words = t.qualification.certificates
  const { name, certificate, owed, memberId } = learner
  const isValid = certificate !== null && !certificate.revoked
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h2 class="ff-row__title">
          {certificate ? <a href={`/zertifikate/${certificate.id}`}>{name}</a> : name}
        </h2>
        <div class="ff-row__foot">
          <State t={t} learner={learner} />
        </div>
      </div>
      {!isValid && owed.length === 0 && (
        <div class="ff-row__actions">
          <ActionButton
            action={`/lerngruppen/${cohortId}/zertifikate`}
            hidden={{ memberId }}
            kind="secondary"
            context={words.issueFor(name)}
            confirm={words.issueConfirm(name)}
          >
            {certificate ? words.issueAnew : words.issue}
          </ActionButton>
        </div>
      )}
    </li>
  )
}

function State({ t, learner: { certificate, owed } }: Omit<Props, "cohortId">) {
  const words = t.qualification.certificates
  const missing = owed.length > 0 && (
    <span>{words.owed(owed.map((requirement) => words.requirements[requirement]).join(", "))}</span>
  )
  if (!certificate) return missing || <Badge kind="info">{words.ready}</Badge>
  if (certificate.revoked)
    return (
      <>
        <Badge kind="warning">{words.states.revoked}</Badge>
        {missing}
      </>
    )
  return (
    <>
      <Badge kind="success" icon="check">
        {words.issued}
      </Badge>
      <Day value={certificate.issuedOn} />
    </>
  )
}
