import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, Id } from "../../../../server/kernel/schemas.ts"
import {
  EditedEntry,
  editEntry,
  findEntry,
  findNotes,
  findSession,
  NewEntry,
  Notes,
  recordEntry,
  removeEntry,
  resetSession,
  SettledTask,
  saveNotes,
  settleTask,
  startSession,
  timeSession,
} from "../../../../server/qualification/meet.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { afterTimer, timerForm } from "../timer/index.ts"
import { entryLabels } from "./entry-form.tsx"
import { showLeading } from "./leading.tsx"
import { showSession } from "./session.tsx"

type Pages = ReturnType<typeof pagesOf>

const pathOf = (id: string) => `/termine/${id}/leitung`
/** Whoever may not lead learns that, whatever was sent. */
const findLed = ({ db, actor, params }: Ask) => findNotes(db, actor, params.id)

/** The screen to hold a workshop or a meeting. */
export function leadingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/termine/:id/leitung", {
    find: findLed,
    show: (ask) => showLeading(ask, ask.params.id, null),
  })
  timerForms(pages)
  recordingForm(pages)
  entryForms(pages)
  notesForm(pages)
}

/** Two who go on at the same time go one step; the slower one sees how it stands. */
function timerForms({ form }: Pages): void {
  form("/termine/:id/uhr", {
    ...timerForm,
    find: findLed,
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      if (!("version" in sent)) {
        const isStart = sent.control === "start"
        await (isStart ? startSession : resetSession)(db, actor, id)
        return [pathOf(id), isStart ? "timer-started" : "timer-reset"]
      }
      try {
        await timeSession(db, actor, id, sent)
        return afterTimer(pathOf(id), sent)
      } catch (error) {
        if (error instanceof Refusal && error.code === "timer.changed") return [pathOf(id), "timer-changed"]
        throw error
      }
    },
    to: (next) => next,
    again: (ask, _, form) => showLeading(ask, ask.params.id, { form, at: "uhr" }),
  })
}

function recordingForm({ form }: Pages): void {
  form("/termine/:id/eintraege", {
    name: "entry",
    input: NewEntry,
    labels: entryLabels,
    find: findLed,
    act: ({ db, actor, params }, value) => recordEntry(db, actor, params.id, value),
    to: (_, __, { params }) => [`${pathOf(params.id)}#festhalten`, "entry-recorded"],
    again: (ask, _, form) => showLeading(ask, ask.params.id, { form, at: "neu" }),
  })
}

/** `on`: the session on whose page a task of an earlier one is settled. */
const Settled = Closed({ ...SettledTask.properties, on: Type.Optional(Id) })

function entryForms({ form }: Pages): void {
  form("/termine/eintraege/:id", {
    ...actionsOf({ save: EditedEntry, settle: Settled, remove: NoInput }),
    name: "entry",
    labels: (t) => ({ ...entryLabels(t), result: t.qualification.sessions.settle.result }),
    find: ({ db, actor, params }) => findEntry(db, actor, params.id),
    start: ({ kind, body, memberId, dueOn, done, result, version }) => ({
      kind,
      body,
      memberId: memberId ?? undefined,
      dueOn: dueOn ?? undefined,
      done: String(done),
      result,
      version: String(version),
    }),
    act: async ({ db, actor, params: { id } }, sent, { cohortStepId, leads }): Promise<Next> => {
      switch (sent.action) {
        case "save":
          await editEntry(db, actor, id, sent)
          return [`${pathOf(cohortStepId)}#eintrag-${id}`, "saved"]
        case "remove":
          await removeEntry(db, actor, id)
          return [`${pathOf(cohortStepId)}#festgehalten`, "entry-removed"]
        default: {
          const { on = cohortStepId, action: _, ...result } = sent
          await settleTask(db, actor, id, result)
          return [`${leads ? pathOf(on) : `/termine/${on}`}#eintrag-${id}`, "saved"]
        }
      }
    },
    to: (next) => next,
    again: async (ask, { cohortStepId, leads }, form) => {
      const at = await placeOf(ask, form, cohortStepId)
      const tried = { form, at: ask.params.id }
      return leads ? showLeading(ask, at, tried) : showSession(ask, at, tried)
    },
  })
}

/** The session whose page the form stands on, for whoever may see it. */
async function placeOf({ db, actor }: Ask, { fields }: FormState, own: string): Promise<string> {
  const { value: on } = checkInput(ById, { id: textOf(fields, "on") })
  if (!on) return own
  const { id } = await findSession(db, actor, on.id)
  return id
}

function notesForm({ form }: Pages): void {
  form("/termine/:id/notizen", {
    input: Notes,
    labels: (t) => ({ body: t.qualification.sessions.notes.body }),
    find: findLed,
    start: ({ body, version }) => ({ body, version: String(version) }),
    act: ({ db, actor, params }, value) => saveNotes(db, actor, params.id, value),
    to: (_, __, { params }) => [`${pathOf(params.id)}#notizen`, "saved"],
    again: (ask, _, form) => showLeading(ask, ask.params.id, { form, at: "notizen" }),
  })
}
