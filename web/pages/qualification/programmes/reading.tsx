import { newId } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findProgramme, type ProgrammeView } from "../../../../server/qualification/index.ts"
import {
  ActionButton,
  Alert,
  Button,
  Card,
  Disclosure,
  Facts,
  Form,
  LinkButton,
  PageTitle,
  Prose,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { config, ProgrammeTrail, pathOf } from "./frame.tsx"
import { faultText, weeksOf } from "./labels.ts"
import { Origin } from "./list.tsx"
import { Overview, StepDetail } from "./plan.tsx"

export function readingPages(app: App, site: Site): void {
  app.get("/programme/:id", { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const programme = await findProgramme(site.db, request.actor, request.params.id)
    return show(site, request, reply, (t) => ({
      title: programme.name,
      current: "qualification",
      width: "reading",
      breadcrumb: <ProgrammeTrail t={t} programme={programme} />,
      children: <One t={t} programme={programme} />,
    }))
  })
}

type Props = { t: Texts; programme: ProgrammeView }

function One({ t, programme }: Props) {
  const words = t.qualification.programmes
  const { steps, can, description, requirements, foundation } = programme
  return (
    <>
      <PageTitle
        lead={<Origin t={t} {...programme} steps={steps.length} weeks={weeksOf(steps)} />}
        actions={<Actions t={t} programme={programme} />}
      >
        {programme.name}
      </PageTitle>
      <Standing t={t} programme={programme} />
      <Prose html={showMarkdown(description)} level={2} />
      <Facts
        facts={[
          {
            label: words.required,
            value: requirements.map((one) => words.requirements[one]).join(", ") || words.requiredNothing,
          },
          { label: words.foundation, value: words.foundations[foundation] },
        ]}
      />
      <Overview t={t} programme={programme} />
      {steps.length > 0 && <h2>{words.detail}</h2>}
      {steps.map((step) => (
        <StepDetail key={step.id} t={t} step={step} />
      ))}
      <Editions t={t} programme={programme} />
      {can.edit && <Publishing t={t} programme={programme} />}
      {can.offer && programme.state === "published" && (
        <Twice
          summary={words.withdraw}
          text={words.withdrawText}
          action={`${pathOf(programme.id)}/zurueckziehen`}
          now={words.withdrawNow}
        />
      )}
    </>
  )
}

function Actions({ t, programme }: Props) {
  const words = t.qualification.programmes
  const path = pathOf(programme.id)
  if (programme.can.edit)
    return (
      <>
        <LinkButton href={`${path}/schritte/neu`} icon="plus" kind="primary" small>
          {words.add}
        </LinkButton>
        <LinkButton href={`${path}/bearbeiten`} icon="edit" small>
          {words.edit}
        </LinkButton>
      </>
    )
  return (
    <>
      <ActionButton
        action={`${path}/kopieren`}
        hidden={{ idempotencyKey: newId() }}
        icon="copy"
        kind="secondary"
      >
        {words.copy}
      </ActionButton>
      {programme.can.prepareEdition && (
        <ActionButton action={`${path}/neue-ausgabe`} icon="edit" kind="secondary">
          {words.prepare}
        </ActionButton>
      )}
      {programme.can.offer && programme.state === "withdrawn" && (
        <ActionButton action={`${path}/anbieten`} kind="secondary">
          {words.offer}
        </ActionButton>
      )}
    </>
  )
}

function Standing({ t, programme }: Props) {
  const words = t.qualification.programmes
  if (programme.state === "withdrawn")
    return (
      <Alert kind="warning">
        <p>{words.withdrawnNote}</p>
      </Alert>
    )
  if (programme.state === "published") return null
  return (
    <>
      <Alert kind="info">
        <p>{words.draftNote}</p>
      </Alert>
      {programme.faults.length > 0 && (
        <Alert kind="warning" title={words.faultsTitle(programme.faults.length)}>
          <ul>
            {programme.faults
              .map((fault) => faultText(t, programme, fault))
              .map(({ href, text }) => (
                <li key={text}>
                  <a href={href}>{text}</a>
                </li>
              ))}
          </ul>
        </Alert>
      )}
    </>
  )
}

function Editions({ t, programme }: Props) {
  const words = t.qualification.programmes
  if (programme.editions.length === 0) return null
  return (
    <section>
      <h2>{words.otherEditions}</h2>
      <ul class="ff-links">
        {programme.editions.map(({ id, edition }) => (
          <li key={id}>
            <a href={pathOf(id)}>{words.edition(edition)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Publishing({ t, programme }: Props) {
  const words = t.qualification.programmes
  const path = pathOf(programme.id)
  return (
    <>
      {programme.faults.length === 0 && (
        <Card title={words.publishTitle} id="veroeffentlichen">
          <p>{words.publishText}</p>
          <Form action={`${path}/veroeffentlichen`} hidden={{ version: programme.version }}>
            <div>
              <Button kind="primary">{words.publish}</Button>
            </div>
          </Form>
        </Card>
      )}
      <Twice
        summary={words.discard}
        text={words.discardText}
        action={`${path}/verwerfen`}
        now={words.discardNow}
      />
    </>
  )
}

/** What takes something away needs two steps, with or without a script. */
export function Twice(props: { summary: string; text: string; action: string; now: string }) {
  return (
    <Disclosure summary={props.summary} quiet>
      <p>{props.text}</p>
      <Form action={props.action}>
        <div>
          <Button kind="danger">{props.now}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}
