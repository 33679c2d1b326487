import { Type } from "typebox"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
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
  voteForTopic,
  withdrawTopic,
} from "../../../../server/qualification/index.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
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
  })
  newTopicForm(pages)
  topicForm(pages)
  ballotForm(pages)
  startForm(pages)
}

const findAll = ({ db, actor, params }: Ask) => findTopics(db, actor, params.id)

function newTopicForm({ form }: Pages): void {
  form(`${PATH}/themen`, {
    find: async (ask) => {
      const view = await findAll(ask)
      if (!view.can.add) throw forbidden()
      return view
    },
    input: NewTopic,
    labels: topicLabels,
    act: ({ db, actor, params }, value) => addTopic(db, actor, params.id, value),
    to: ({ id }, _, { params }) => [`${topicsPath(params.id)}#thema-${id}`, "topic-added"],
    again: (ask, view, form) => topicsPage(ask, view, { form, at: "neu" }),
  })
}

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

function ballotForm({ form }: Pages): void {
  form(`${PATH}/abstimmung`, {
    ...actionsOf({ close: NoInput, reopen: NoInput }),
    find: findAll,
    act: async ({ db, actor, params }, { action }) => {
      await (action === "close" ? closeBallot : reopenBallot)(db, actor, params.id)
      return action === "close" ? "ballot-closed" : "ballot-opened"
    },
    to: (hint, _, { params }) => [topicsPath(params.id), hint],
    again: (ask, view, form) => topicsPage(ask, view, { form, at: "abstimmung" }),
  })
}

/** Whoever is slower finds the one that is running. */
function startForm({ form }: Pages): void {
  form(PATH, {
    find: findAll,
    input: NewConsulting,
    labels: startLabels,
    act: async ({ db, actor, params }, value, { consultings }): Promise<Next> => {
      try {
        const { id } = await startConsulting(db, actor, params.id, value)
        const isThere = consultings.some((one) => one.id === id && !one.ended)
        return [consultingPath(id), isThere ? "consulting-running" : "consulting-begun"]
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "consulting.running") throw error
        return [topicsPath(params.id), "consulting-other"]
      }
    },
    to: (next) => next,
    again: (ask, view, form) => topicsPage(ask, view, { form, at: "beginnen" }),
  })
}
