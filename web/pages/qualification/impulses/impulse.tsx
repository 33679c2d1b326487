import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { findCohort, listStepFiles, type StepFilesView } from "../../../../server/qualification/core.ts"
import {
  findImpulse,
  type ImpulseView,
  MOST_QUESTIONS,
  SavedImpulse,
  SharedImpulse,
  saveImpulse,
  shareImpulse,
  unshareImpulse,
} from "../../../../server/qualification/own.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { Alert, Card, List, Meta, PageTitle, Prose, Row } from "../../../layout/index.ts"
import type { Tried } from "../../../page-forms.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { StepFiles } from "../files/index.ts"
import { ANSWER, answerLabels, answersIn, answersOf, ImpulseForm } from "./form.tsx"
import { ImpulseBadges, ImpulseMeta, isAskedIn } from "./list.tsx"
import { SHARE, SharedAnswers, Sharing } from "./sharing.tsx"

const PATH = "/lernimpulse/:id"
const FIELDS = Array.from({ length: MOST_QUESTIONS }, (_, place) => `answer${place}`)

const { read, ...actions } = actionsOf({ answer: SavedImpulse, share: SharedImpulse, unshare: NoInput })

/** An impulse, the own answer to it, and with whom that is shared. */
export function impulsePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(PATH, {
    find: findShown,
    show: (ask, impulse) => impulsePage(ask, impulse, null),
    reads: ({ params }) => params.id,
  })
  pages.form(PATH, {
    find: findOwn,
    ...actions,
    fields: [...FIELDS, "state", "version", "with", "action"],
    read: (fields, impulse) => {
      const sent = read(fields)
      if (sent.action !== "answer") return sent
      return { ...sent, answers: answersIn(impulse, fields) }
    },
    labels: answerLabels,
    start: answersOf,
    fault: (fault) => ({ ...fault, field: fault.field.replace(OF_ANSWER, "answer") }),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      const here = `/lernimpulse/${id}`
      switch (sent.action) {
        case "answer": {
          const { action: _, ...answer } = sent
          await saveImpulse(db, actor, id, answer)
          return [here, `impulse-${answer.state}`]
        }
        case "share":
          await shareImpulse(db, actor, id, { with: sent.with, version: sent.version })
          return [`${here}#${SHARE}`, "impulse-shared"]
        default:
          await unshareImpulse(db, actor, id)
          return [`${here}#${SHARE}`, "impulse-unshared"]
      }
    },
    to: (next) => next,
    again: async (ask, impulse, form) => {
      const shown = await findShown(ask)
      if (textOf(form.fields, "action") === "answer")
        return impulsePage(ask, shown, { form: named(ask.t, impulse, form), at: ANSWER })
      // Whoever only shared has nothing to compare with a newer answer.
      return impulsePage(ask, shown, { form: { ...form, newer: null }, at: SHARE })
    },
  })
}

const findShown = ({ db, actor, params, site }: Ask) => findImpulse(db, actor, params.id, site.openQuestions)

/** Of whoever learns; what is offered besides matters only to who looks at it. */
async function findOwn({ db, actor, params }: Ask) {
  const impulse = await findImpulse(db, actor, params.id, async () => [])
  if (!impulse.can.answer) throw forbidden()
  return impulse
}

const OF_ANSWER = /^answers\./

/** An answer that its question cannot have is refused by its place. */
function named(t: Texts, impulse: ImpulseView, form: FormState): FormState {
  const errors = form.errors.map((error) => {
    if (!OF_ANSWER.test(error.field)) return error
    const field = error.field.replace(OF_ANSWER, "answer")
    return { field, message: t.qualification.impulses.faulty(answerLabels(t, impulse)[field] ?? field) }
  })
  return { ...form, errors }
}

async function impulsePage({ t, db, actor }: Ask, impulse: ImpulseView, tried: Tried | null) {
  const cohort = await findCohort(db, actor, impulse.cohortId)
  const files = await listStepFiles(db, actor, impulse.id)
  const list = { label: t.qualification.impulses.title, href: `/lerngruppen/${cohort.id}/lernimpulse` }
  return cohortPage(
    t,
    cohort,
    { title: impulse.title, above: [list], width: "reading" },
    <Impulse
      t={t}
      impulse={impulse}
      files={files}
      readerId={actor.id}
      tried={tried}
      isAsked={await isAskedIn({ db, actor }, cohort)}
    />,
  )
}

type Props = {
  t: Texts
  impulse: ImpulseView
  files: StepFilesView
  readerId: string
  tried: Tried | null
  isAsked: boolean
}

function Impulse({ t, impulse, files, readerId, tried, isAsked }: Props) {
  const words = t.qualification.impulses
  const { html, own, can } = impulse
  const row = { ...impulse, state: own?.state ?? null, sharedWith: own?.sharedWith ?? null }
  return (
    <>
      <PageTitle over={words.one}>{impulse.title}</PageTitle>
      {tried && <Faults form={tried.form} />}
      <div class="ff-row__foot">
        <ImpulseBadges t={t} impulse={row} isAsked={isAsked} />
        <ImpulseMeta t={t} impulse={impulse} />
      </div>
      {impulse.planned && !own && (
        <Alert kind="info">
          <p>{words.plannedText}</p>
        </Alert>
      )}
      {html.contents && <Prose html={html.contents} level={2} />}
      {html.materials && (
        <section aria-labelledby="material">
          <h2 id="material">{words.materials}</h2>
          <Prose html={html.materials} level={3} />
        </section>
      )}
      {html.tasks && (
        <Card title={words.task} id="aufgabe" icon="edit">
          <Prose html={html.tasks} level={3} />
        </Card>
      )}
      {impulse.openQuestions && <Offered t={t} questions={impulse.openQuestions} />}
      <StepFiles stepId={impulse.id} files={files} path={`/lernimpulse/${impulse.id}`} readerId={readerId} />
      {can.answer && <ImpulseForm impulse={impulse} tried={tried} />}
      {own && can.answer && <Sharing t={t} impulse={impulse} own={own} />}
      <SharedAnswers t={t} impulse={impulse} />
    </>
  )
}

function Offered({ t, questions }: { t: Texts; questions: NonNullable<ImpulseView["openQuestions"]> }) {
  const words = t.qualification.impulses
  return (
    <section aria-labelledby="fragen">
      <h2 id="fragen">{words.offered}</h2>
      {questions.length === 0 ? (
        <p>{words.offeredEmpty}</p>
      ) : (
        <>
          <p>{words.offeredText}</p>
          <List>
            {questions.map(({ address, title, category }) => (
              <Row key={address} href={address} title={title} meta={<Meta items={[category]} />} />
            ))}
          </List>
        </>
      )}
    </section>
  )
}
