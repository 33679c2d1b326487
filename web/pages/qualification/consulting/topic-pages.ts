import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  addTopic,
  closeBallot,
  EditedTopic,
  editTopic,
  findTopic,
  findTopics,
  NewConsulting,
  NewTopic,
  reopenBallot,
  startConsulting,
  type TopicsView,
  voteForTopic,
  withdrawTopic,
} from "../../../../server/qualification/meet.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { consultingPath, topicsPath } from "./frame.tsx"
import { sheetOf } from "./sheet.tsx"
import { startLabels } from "./start.tsx"
import { topicLabels } from "./topic-form.tsx"
import { topicsPage } from "./topics.tsx"

/** With a topic to begin with, or as the sheet of all phases. */
const Query = Closed({
  thema: Type.Optional(Id),
  ansicht: Type.Optional(Choice(["ablauf"])),
  hinweis: Type.Optional(Type.String()),
})
const PATH = topicsPath(":id")

type Pages = ReturnType<typeof pagesOf>

/** The topics of a session: putting them in, choosing among them, beginning with one. */
export function topicPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(PATH, {
    query: Query,
    find: findAll,
    show: (ask, view) =>
      ask.query.ansicht ? sheetOf(ask.t, view) : topicsPage(ask, view, null, ask.query.thema),
    reads: ({ params }) => params.id,
  })
  sessionForm(pages)
  topicForm(pages)
}

const findAll = ({ db, actor, params }: Ask) => findTopics(db, actor, params.id)

function topicForm({ form }: Pages): void {
  form("/beratungsthemen/:id", {
    ...actionsOf({ save: EditedTopic, withdraw: NoInput, vote: NoInput, unvote: NoInput }),
    labels: topicLabels,
    find: ({ db, actor, params }) => findTopic(db, actor, params.id),
    start: ({ title, question, version }) => ({ title, question, version: String(version) }),
    act: async ({ db, actor, params: { id } }, sent, { cohortStepId }): Promise<Next> => {
      const path = topicsPath(cohortStepId)
      switch (sent.action) {
        case "save":
          await editTopic(db, actor, id, sent)
          return [`${path}#thema-${id}`, "saved"]
        case "withdraw":
          await withdrawTopic(db, actor, id)
          return [path, "topic-withdrawn"]
        default: {
          const isChosen = sent.action === "vote"
          await voteForTopic(db, actor, id, isChosen)
          return [path, isChosen ? "vote-given" : "vote-taken-back"]
        }
      }
    },
    to: (next) => next,
    again: async (ask, { cohortStepId }, form) =>
      topicsPage(ask, await findTopics(ask.db, ask.actor, cohortStepId), { form, at: ask.params.id }),
  })
}

/** What is done on the page of all topics: one more of them, the ballot on them, beginning with one. */
function sessionForm({ form }: Pages): void {
  form(PATH, {
    find: findAll,
    ...actionsOf({ add: NewTopic, close: NoInput, reopen: NoInput, begin: NewConsulting }),
    labels: (t) => ({ ...topicLabels(t), ...startLabels(t) }),
    act: async (ask, sent, { consultings }): Promise<Next> => {
      const { db, actor, params } = ask
      const here = topicsPath(params.id)
      switch (sent.action) {
        case "add": {
          const { action: _, ...topic } = sent
          const { id } = await addTopic(db, actor, params.id, topic)
          return [`${here}#thema-${id}`, "topic-added"]
        }
        case "close":
          await closeBallot(db, actor, params.id)
          return [here, "ballot-closed"]
        case "reopen":
          await reopenBallot(db, actor, params.id)
          return [here, "ballot-opened"]
        default: {
          const { action: _, ...consulting } = sent
          return begin(ask, consulting, consultings)
        }
      }
    },
    to: (next) => next,
    again: (ask, view, form) => topicsPage(ask, view, { form, at: textOf(form.fields, "action") }),
  })
}

/** Whoever is slower finds the one that is running. */
async function begin(
  { db, actor, params }: Ask,
  input: NewConsulting,
  consultings: TopicsView["consultings"],
): Promise<Next> {
  try {
    const { id } = await startConsulting(db, actor, params.id, input)
    const isThere = consultings.some((one) => one.id === id && !one.ended)
    return [consultingPath(id), isThere ? "consulting-running" : "consulting-begun"]
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "consulting.running") throw error
    return [topicsPath(params.id), "consulting-other"]
  }
}
