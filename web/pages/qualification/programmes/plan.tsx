import { isSession, type ProgrammeView, type StepView } from "../../../../server/qualification/core.ts"
import { ActionButton, Disclosure, LinkButton, Meta, Prose, Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { stepPathOf } from "./frame.tsx"
import { durationText, weekText } from "./labels.ts"

/** Every step in its place, with all of it folded below; of a draft with what changes it. */
export function Steps({ t, programme }: { t: Texts; programme: ProgrammeView }) {
  const words = t.qualification.programmes
  const { steps, can } = programme
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="schritte" class="ff-part">
      <h2 id="schritte">{words.detail}</h2>
      <ol class="ff-list ff-steps" id="reihenfolge">
        {steps.map((step, index) => (
          <li class="ff-row" id={`schritt-${step.id}`} key={step.id}>
            <div class="ff-row__main">
              <h3 class="ff-row__title">{step.title}</h3>
              <div class="ff-row__foot">
                <StepMeta t={t} step={step} />
              </div>
              <Disclosure
                quiet
                summary={
                  <>
                    {words.unfold} <span class="kern-sr-only">{step.title}</span>
                  </>
                }
              >
                <StepDetail t={t} step={step} />
              </Disclosure>
            </div>
            {can.edit && (
              <Changing t={t} step={step} isFirst={index === 0} isLast={index === steps.length - 1} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

type ChangingProps = { t: Texts; step: StepView; isFirst: boolean; isLast: boolean }

function Changing({ t, step, isFirst, isLast }: ChangingProps) {
  const words = t.qualification.programmes
  const path = stepPathOf(step.id)
  const move = (direction: "up" | "down", label: string) => (
    <ActionButton action={path} hidden={{ action: "move", direction }} context={step.title}>
      {label}
    </ActionButton>
  )
  return (
    <div class="ff-row__actions">
      <LinkButton href={path} kind="tertiary" icon="edit" small context={step.title}>
        {words.editStep}
      </LinkButton>
      {!isFirst && move("up", words.up)}
      {!isLast && move("down", words.down)}
    </div>
  )
}

function StepMeta({ t, step }: { t: Texts; step: StepView }) {
  const words = t.qualification
  return (
    <Meta
      items={[
        weekText(t, step),
        words.cohorts.kinds[step.kind],
        durationText(t, step),
        step.voluntary && words.programmes.voluntary,
      ]}
    />
  )
}

/** A step as whoever holds it reads it, on screen or printed. */
function StepDetail({ t, step }: { t: Texts; step: StepView }) {
  const words = t.qualification.programmes
  const isImpulse = step.kind === "impulse"
  return (
    <>
      {isSession(step.kind) && step.agenda.length > 0 && <Agenda t={t} step={step} />}
      <Part title={words.contents} html={step.html.contents} />
      <Part title={words.fields.guidance} html={step.html.guidance} />
      <Part title={words.materials} html={step.html.materials} />
      <Part title={isImpulse ? words.task : words.tasks} html={step.html.tasks} />
      {isImpulse && step.questions.length > 0 && <Questions t={t} step={step} />}
      {step.features.length > 0 && (
        <p>
          {words.tools}: {step.features.map((one) => words.features[one]).join(", ")}
        </p>
      )}
    </>
  )
}

function Part({ title, html }: { title: string; html: string | undefined }) {
  if (!html) return null
  return (
    <>
      <h4>{title}</h4>
      <Prose html={html} level={5} />
    </>
  )
}

function Agenda({ t, step }: { t: Texts; step: StepView }) {
  const words = t.qualification.programmes
  return (
    <>
      <h4>{words.agenda}</h4>
      <Table
        caption={`${words.agenda}: ${step.title}`}
        columns={[words.agendaWhat, words.agendaMinutes]}
        rows={step.agenda.map(({ title, minutes }, index) => ({ key: index, cells: [title, minutes] }))}
      />
    </>
  )
}

function Questions({ t, step }: { t: Texts; step: StepView }) {
  const words = t.qualification.programmes
  return (
    <>
      <h4>{words.questions}</h4>
      <ol>
        {step.questions.map(({ label, kind, options }) => (
          <li key={label}>
            {label} ({kind === "choice" ? options.join(" / ") : words.questionKinds[kind]})
          </li>
        ))}
      </ol>
    </>
  )
}
