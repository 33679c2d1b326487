import type { App } from "../../../../server/kernel/http.ts"
import { findCohort } from "../../../../server/qualification/core.ts"
import { findStand, type StandView } from "../../../../server/qualification/course.ts"
import { issueCertificate, NewCertificate } from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import {
  ActionButton,
  Alert,
  Badge,
  Day,
  EmptyState,
  ErrorSummary,
  type FieldError,
  PageTitle,
  Table,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { Fulfilled } from "./requirements.tsx"

const ADDRESS = "/lerngruppen/:id/stand"
type Refused = { errors: FieldError[] }

/** One matrix for the facilitators: what each learner has, and the certificate at its end. */
export function standPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(ADDRESS, { find, show: (ask, stand) => shown(ask, stand, { errors: [] }) })
  pages.form(ADDRESS, {
    find,
    input: NewCertificate,
    act: ({ db, actor, params }, value) => issueCertificate(db, actor, params.id, value),
    to: ({ id }) => [`/zertifikate/${id}`, "certificate-issued"],
    again: shown,
  })
}

const find = ({ db, actor, params }: Ask) => findStand(db, actor, params.id)

async function shown({ t, db, actor, params }: Ask, stand: StandView, { errors }: Refused) {
  const cohort = await findCohort(db, actor, params.id)
  const { title } = t.qualification.stand
  return cohortPage(t, cohort, { title }, <Stand t={t} stand={stand} cohortId={cohort.id} errors={errors} />)
}

type Props = { t: Texts; stand: StandView; cohortId: string }

function Stand({ t, stand, cohortId, errors }: Props & Refused) {
  const words = t.qualification.stand
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <ErrorSummary errors={errors.map(({ message }) => ({ field: "formular", message }))} />
      <Alert kind="info">
        <p>{words.exception}</p>
      </Alert>
      {stand.learners.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle}>
          <p>
            {words.noLearners} <a href={`/lerngruppen/${cohortId}/beteiligte`}>{words.add}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          {stand.requirements.length === 0 && <p>{words.noRequirements}</p>}
          <Matrix t={t} stand={stand} cohortId={cohortId} />
        </>
      )}
    </>
  )
}

function Matrix({ t, stand, cohortId }: Props) {
  const words = t.qualification.stand
  const { requirements } = t.qualification.certificates
  return (
    <Table
      caption={words.title}
      columns={[words.who, ...stand.requirements.map((one) => requirements[one]), words.certificate]}
      named
      short
      rows={stand.learners.map((learner) => ({
        key: learner.memberId,
        cells: [
          learner.name,
          ...stand.requirements.map((one) => (
            <Fulfilled t={t} fulfilled={!learner.outstanding.includes(one)} key={one} />
          )),
          <Certificate t={t} cohortId={cohortId} learner={learner} key="certificate" />,
        ],
      }))}
    />
  )
}

type Learner = StandView["learners"][number]

function Certificate({ t, cohortId, learner }: Pick<Props, "t" | "cohortId"> & { learner: Learner }) {
  const words = t.qualification.certificates
  const { name, certificate, outstanding, memberId } = learner
  if (certificate && !certificate.revoked) return <Issued t={t} name={name} certificate={certificate} />
  return (
    <>
      {certificate && <Issued t={t} name={name} certificate={certificate} />}
      {outstanding.length > 0 ? (
        <span class="ff-muted">{t.qualification.stand.notYet}</span>
      ) : (
        <ActionButton
          action={`/lerngruppen/${cohortId}/stand`}
          hidden={{ memberId }}
          kind="secondary"
          context={words.issueFor(name)}
          confirm={words.issueConfirm(name)}
        >
          {certificate ? words.issueAnew : words.issue}
        </ActionButton>
      )}
    </>
  )
}

type Head = NonNullable<Learner["certificate"]>

function Issued({ t, name, certificate }: { t: Texts; name: string; certificate: Head }) {
  const words = t.qualification.certificates
  return (
    <div>
      <Badge kind={certificate.revoked ? "warning" : "success"}>
        {certificate.revoked ? words.states.revoked : words.issued}
      </Badge>{" "}
      <a href={`/zertifikate/${certificate.id}`}>
        <Day value={certificate.issuedOn} />
        <span class="kern-sr-only"> ({name})</span>
      </a>
    </div>
  )
}
