import type { EventRow, PlanView } from "../../../../server/qualification/outcome.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Day,
  EmptyState,
  Form,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { EventsCard } from "../events/card.tsx"
import { SheetLinks } from "../sheets/beside.tsx"
import { editingPath, editionPath, formPath, slugOf } from "./address.ts"
import { type Announced, Announcing } from "./announcing.tsx"
import { PlanText } from "./content.tsx"
import { hasChecklist } from "./labels.ts"

type Props = {
  t: Texts
  cohortId: string
  title: string
  lead: string
  plans: PlanView[]
  /** From the roll-out plan. */
  announced: Announced | null
  /** What colleagues are invited to, beside the plan for it. */
  events: EventRow[]
  form?: FormState
}

/** One plan, whose title is the page's; or several below each other, each with its own title and state. */
export function Plans({ t, cohortId, title, lead, plans, announced, events, form }: Props) {
  const [only] = plans.length === 1 ? plans : []
  const isAlone = only !== undefined && t.qualification.plans.kinds[only.kind].title === title
  return (
    <div class="ff-cohort">
      <PageTitle lead={<p>{lead}</p>} actions={isAlone && <Edit t={t} cohortId={cohortId} plan={only} />}>
        {title}
      </PageTitle>
      {form && <Faults form={form} />}
      {plans.map((plan) =>
        isAlone ? (
          <Plan key={plan.kind} t={t} cohortId={cohortId} plan={plan} level={2} />
        ) : (
          <section key={plan.kind} class="ff-part" id={slugOf(plan.kind)} aria-labelledby={plan.kind}>
            <h2 id={plan.kind}>{t.qualification.plans.kinds[plan.kind].title}</h2>
            <p>{t.qualification.plans.kinds[plan.kind].lead}</p>
            {plan.content && plan.can.edit && (
              <Buttons>
                <Edit t={t} cohortId={cohortId} plan={plan} />
              </Buttons>
            )}
            <Plan t={t} cohortId={cohortId} plan={plan} level={3} />
            <Announcing t={t} cohortId={cohortId} plan={plan} announced={announced} />
            {plan.kind === "event" && plan.can.edit && (
              <EventsCard t={t} cohortId={cohortId} events={events} />
            )}
          </section>
        ),
      )}
    </div>
  )
}

type One = { t: Texts; cohortId: string; plan: PlanView }

function Edit({ t, cohortId, plan }: One) {
  const words = t.qualification.plans
  if (!plan.content || !plan.can.edit) return null
  return (
    <LinkButton href={editingPath(cohortId, plan.kind)} icon="edit" context={words.kinds[plan.kind].title}>
      {words.edit}
    </LinkButton>
  )
}

function Plan({ t, cohortId, plan, level }: One & { level: 2 | 3 }) {
  const { kind, content, html, decided, version } = plan
  const words = t.qualification.plans
  return (
    <>
      {hasChecklist(kind) && <Material t={t} />}
      <SheetLinks cohortId={cohortId} slug={slugOf(kind)} isEmpty={!content} />
      {content && html ? (
        <>
          <Standing t={t} cohortId={cohortId} plan={plan} />
          <PlanText
            t={t}
            kind={kind}
            content={content}
            html={html}
            level={level}
            within={level === 2 ? "" : `-${kind}`}
          />
          {plan.can.decide && decided?.version !== version && (
            <Deciding t={t} cohortId={cohortId} plan={plan} />
          )}
          {kind === "rules" && <ForEverybody t={t} cohortId={cohortId} plan={plan} />}
          {plan.can.edit && <Editions t={t} cohortId={cohortId} plan={plan} level={level} />}
        </>
      ) : (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <LinkButton
            href={editingPath(cohortId, kind)}
            icon="edit"
            kind="primary"
            context={words.kinds[kind].title}
          >
            {words.begin}
          </LinkButton>
        </EmptyState>
      )}
    </>
  )
}

function Material({ t }: { t: Texts }) {
  const words = t.qualification.plans
  return (
    <p>
      {words.material}: <a href="/datenschutz#verzeichnis">{words.materialLink}</a>
    </p>
  )
}

/** Which edition is in force, and what is read here. */
function Standing({ t, cohortId, plan }: One) {
  const words = t.qualification.plans
  const { decided, version, kind } = plan
  if (decided && decided.version !== version)
    return (
      <Alert kind="info">
        <p>{words.draftNewer(String(decided.version))}</p>
        <p>
          <a href={editionPath(cohortId, kind, decided.version)}>{words.seeDecided}</a>
        </p>
      </Alert>
    )
  return (
    <div class="ff-row__foot">
      {decided ? (
        <>
          <Badge kind="success" icon="check">
            {kind === "event" ? words.recordedOn : words.decidedOn} <Day value={decided.on} />
          </Badge>
          {plan.can.decide && (
            <ActionButton
              action={formPath(cohortId, kind)}
              hidden={{ action: "reopen" }}
              context={words.kinds[kind].title}
            >
              {words.reopen}
            </ActionButton>
          )}
        </>
      ) : (
        <Badge kind="neutral">
          {words.draft}, {words.edition(String(version))}
        </Badge>
      )}
    </div>
  )
}

function Deciding({ t, cohortId, plan }: One) {
  const words = t.qualification.plans
  return (
    <Card title={words.decideTitle} id={`beschluss-${slugOf(plan.kind)}`}>
      <p>{words.kinds[plan.kind].decideText}</p>
      <Form action={formPath(cohortId, plan.kind)} hidden={{ action: "decide", version: plan.version }}>
        <div>
          <Button kind="primary" context={words.kinds[plan.kind].title}>
            {words.kinds[plan.kind].decide}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** From the rules of the group to those of everybody. */
function ForEverybody({ t, cohortId, plan: { kind, decided, can } }: One) {
  const words = t.qualification.plans
  return (
    <Card title={words.forEverybody} id="fuer-alle" tone="quiet">
      <p>{words.forEverybodyText}</p>
      {can.decide && decided && (
        <Form action={formPath(cohortId, kind)} hidden={{ action: "propose" }}>
          <div>
            <Button kind="primary">{words.forEverybody}</Button>
          </div>
        </Form>
      )}
      <p>
        <a href="/nutzungsregeln">{words.inForce}</a>
      </p>
    </Card>
  )
}

function Editions({ t, cohortId, plan: { kind, version }, level }: One & { level: 2 | 3 }) {
  const words = t.qualification.plans
  const Heading = `h${level}` as "h2" | "h3"
  if (version < 2) return null
  const former = Array.from({ length: version - 1 }, (_, index) => version - 1 - index)
  return (
    <section class="ff-part" aria-labelledby={`editions-${kind}`}>
      <Heading id={`editions-${kind}`}>{words.versions}</Heading>
      <ul class="ff-links">
        {former.map((one) => (
          <li key={one}>
            <a href={editionPath(cohortId, kind, one)}>{words.edition(String(one))}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
