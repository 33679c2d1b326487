import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  addLine,
  Decision,
  discardConsulting,
  findConsulting,
  NewLine,
  removeLine,
  reopenConsulting,
  restartConsulting,
  saveDecision,
  shareResult,
  takeModeration,
  timeConsulting,
} from "../../../../server/qualification/meet.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { afterTimer, timerForm } from "../timer/index.ts"
import { consultingPage } from "./consulting.tsx"
import { consultingPath, topicsPath } from "./frame.tsx"
import { LINE_ANCHORS } from "./lines.tsx"

const PATH = consultingPath(":id")

type Pages = ReturnType<typeof pagesOf>

/** A consulting while it is running and afterwards. */
export function runPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(PATH, { find, show: (ask, consulting) => consultingPage(ask, consulting, null) })
  wholeForm(pages)
  timerOf(pages)
  lineForm(pages)
}

const find = ({ db, actor, params }: Ask) => findConsulting(db, actor, params.id)

/** What is done with it as a whole, and what the case giver takes along. */
function wholeForm({ form }: Pages): void {
  form(PATH, {
    ...actionsOf({
      moderate: NoInput,
      reopen: NoInput,
      discard: NoInput,
      share: NoInput,
      unshare: NoInput,
      decide: Decision,
    }),
    find,
    labels: (t) => ({ body: t.qualification.consulting.decision.label }),
    start: ({ decision }) => ({ body: decision?.body, version: String(decision?.version) }),
    act: async ({ db, actor, params: { id } }, sent, { session, shared }): Promise<Next> => {
      const here = consultingPath(id)
      switch (sent.action) {
        case "moderate":
          await takeModeration(db, actor, id)
          return [here, "moderation-taken"]
        case "reopen":
          await reopenConsulting(db, actor, id)
          return [here, "consulting-reopened"]
        case "discard":
          await discardConsulting(db, actor, id)
          return [topicsPath(session.id), "consulting-removed"]
        case "decide":
          await saveDecision(db, actor, id, sent)
          return [`${here}#entscheidung`, shared ? "saved" : "decision-saved"]
        default:
          await shareResult(db, actor, id, sent.action === "share")
          return [here, sent.action === "share" ? "result-shared" : "result-unshared"]
      }
    },
    to: (next) => next,
    again: (ask, consulting, form) => consultingPage(ask, consulting, { form, at: "entscheidung" }),
  })
}

function timerOf({ form }: Pages): void {
  form(`${PATH}/uhr`, {
    ...timerForm,
    find: async (ask) => {
      const consulting = await find(ask)
      if (!consulting.ended && !consulting.can.time) throw forbidden()
      return consulting
    },
    act: async ({ db, actor, params: { id } }, sent, { ended }): Promise<Next> => {
      const here = consultingPath(id)
      if (ended) return [here, "timer-changed"]
      try {
        if (!("version" in sent)) {
          await restartConsulting(db, actor, id)
          return [here, "timer-reset"]
        }
        await timeConsulting(db, actor, id, sent)
        return sent.control === "end" ? [here, "timer-consulting-ended"] : afterTimer(here, sent)
      } catch (error) {
        if (isLate(error)) return [here, "timer-changed"]
        throw error
      }
    },
    to: (next) => next,
    again: (ask, consulting, form) => consultingPage(ask, consulting, { form, at: "uhr" }),
  })
}

/** Somebody was faster: the page shows how it stands. */
const isLate = (error: unknown) =>
  error instanceof Refusal && ["timer.changed", "consulting.ended"].includes(error.code)

/** What kind a line is stands in its form, so that one being typed stays what it is when the phase changes. */
function lineForm({ form }: Pages): void {
  form(`${PATH}/zeilen`, {
    ...actionsOf({ add: NewLine, remove: Closed({ lineId: Id }) }),
    find,
    labels: (t) => ({ body: t.qualification.consulting.lines.label }),
    act: async ({ db, actor, params: { id } }, sent): Promise<Next> => {
      if (sent.action === "remove")
        return [consultingPath(await removeLine(db, actor, sent.lineId)), "entry-removed"]
      await addLine(db, actor, id, sent)
      return [`${consultingPath(id)}#${LINE_ANCHORS[sent.kind]}`, "entry-recorded"]
    },
    to: (next) => next,
    again: (ask, consulting, form) =>
      consultingPage(ask, consulting, { form, at: textOf(form.fields, "kind") }),
  })
}
