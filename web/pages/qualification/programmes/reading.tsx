import { newId } from "../../../../server/kernel/database.ts"
import type { ProgrammeView } from "../../../../server/qualification/core.ts"
import type { Ask } from "../../../form-pages.ts"
import { textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Button,
  Card,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  PageTitle,
  Prose,
  TwoSteps,
} from "../../../layout/index.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Adding } from "./adding.tsx"
import { Details } from "./details.tsx"
import { ProgrammeTrail, pathOf } from "./frame.tsx"
import { faultText, weeksOf } from "./labels.ts"
import { Origin } from "./list.tsx"
import { Steps } from "./plan.tsx"

/** The programme with its steps, folded; of a draft with the forms that change it. */
export function showProgramme({ t }: Ask, programme: ProgrammeView, tried: Tried | null): Content {
  return {
    title: programme.name,
    current: "qualification",
    width: "reading",
    breadcrumb: <ProgrammeTrail t={t} programme={programme} />,
    children: <One t={t} programme={programme} tried={tried} />,
  }
}

type Props = { t: Texts; programme: ProgrammeView }

function One({ t, programme, tried }: Props & { tried: Tried | null }) {
  const words = t.qualification.programmes
  const { steps, can, descriptionHtml, requirements, foundation } = programme
  return (
    <>
      <PageTitle
        lead={<Origin t={t} {...programme} steps={steps.length} weeks={weeksOf(steps)} />}
        actions={<Actions t={t} programme={programme} />}
      >
        {programme.name}
      </PageTitle>
      {tried && !isNewerShown(tried) && <ErrorSummary errors={tried.form.errors} />}
      <Standing t={t} programme={programme} />
      <Prose html={descriptionHtml} level={2} />
      <Facts
        facts={[
          {
            label: words.required,
            value: requirements.map((one) => words.requirements[one]).join(", ") || words.requiredNothing,
          },
          { label: words.foundation, value: words.foundations[foundation] },
        ]}
      />
      <Details t={t} programme={programme} tried={tried} />
      <Steps t={t} programme={programme} />
      <Adding t={t} programme={programme} tried={tried} />
      <Editions t={t} programme={programme} />
      {can.edit && <Publishing t={t} programme={programme} />}
      {can.offer && programme.state === "published" && (
        <TwoSteps
          summary={words.withdraw}
          text={words.withdrawText}
          action={pathOf(programme.id)}
          hidden={{ action: "withdraw" }}
          now={words.withdrawNow}
        />
      )}
    </>
  )
}

/** Of a newer version the form of the details tells; what was only a button has nothing to compare. */
const isNewerShown = ({ form }: Tried) => form.newer !== null && textOf(form.fields, "action") === "save"

function Actions({ t, programme }: Props) {
  const words = t.qualification.programmes
  const path = pathOf(programme.id)
  if (programme.can.edit)
    return (
      <>
        <LinkButton href="#feld-kind" icon="plus" kind="primary" small>
          {words.add}
        </LinkButton>
        <LinkButton href="#feld-name" icon="edit" small>
          {words.edit}
        </LinkButton>
      </>
    )
  return (
    <>
      <ActionButton
        action={path}
        hidden={{ action: "copy", idempotencyKey: newId() }}
        icon="copy"
        kind="secondary"
      >
        {words.copy}
      </ActionButton>
      {programme.can.prepareEdition && (
        <ActionButton action={path} hidden={{ action: "edition" }} icon="edit" kind="secondary">
          {words.prepare}
        </ActionButton>
      )}
      {programme.can.offer && programme.state === "withdrawn" && (
        <ActionButton action={path} hidden={{ action: "offer" }} kind="secondary">
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
          <Form action={path} hidden={{ action: "publish", version: programme.version }}>
            <div>
              <Button kind="primary">{words.publish}</Button>
            </div>
          </Form>
        </Card>
      )}
      <TwoSteps
        summary={words.discard}
        text={words.discardText}
        action={path}
        hidden={{ action: "discard" }}
        now={words.discardNow}
      />
    </>
  )
}
