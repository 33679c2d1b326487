import {
  EXPERIENCE_QUESTIONS,
  type ExperienceView,
  findExperiences,
  findProject,
  listProjects,
  listWorkProcesses,
  MEDIA,
  PROJECT_STATES,
  type ProjectView,
} from "../../../../server/qualification/work.ts"
import { formatDay } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { experienceLabels } from "../starts/experiences.tsx"
import { processLabels } from "../starts/processes.tsx"
import { type Asked, blankRows, type Contents, type Copy, type TableField, type Values } from "./sheet.ts"

/** One's own answers; for whoever gives none what the group sees together. */
export const experiencesSheet: Contents = {
  slug: "erfahrungen",
  fields: (t) => {
    const { kinds } = t.qualification.starts.experiences
    const labels = experienceLabels(t)
    return [
      { kind: "line", name: "who", label: t.qualification.sheets.name },
      {
        kind: "boxes",
        name: "media",
        label: labels.media,
        options: MEDIA.map((value) => ({ value, label: kinds[value] })),
      },
      ...EXPERIENCE_QUESTIONS.map((name) => ({ kind: "text", name, label: labels[name], lines: 5 }) as const),
      { kind: "boxes", name: "anonymous", label: "", options: [{ value: "yes", label: labels.anonymous }] },
    ]
  },
  copies: async ({ db, actor, t }, cohortId) => {
    const view = await findExperiences(db, actor, cohortId)
    if (view.own) return [{ id: null, values: ownExperience(view.own, actor.displayName) }]
    const said = EXPERIENCE_QUESTIONS.some((question) => view.answers[question].length > 0)
    const { together } = t.qualification.starts.experiences
    return said || view.media ? [{ id: null, state: together, values: saidTogether(t, view) }] : []
  },
}

const ownExperience = (own: NonNullable<ExperienceView["own"]>, name: string): Values => ({
  texts: { who: own.anonymous ? "" : name, helps: own.helps, hinders: own.hinders, wish: own.wish },
  boxes: { media: own.media, anonymous: own.anonymous ? ["yes"] : [] },
})

/** Names as they stand on the page; how many use what is said only there where it may be counted. */
function saidTogether(t: Texts, { answers, media }: ExperienceView): Values {
  const { kinds, tooFew } = t.qualification.starts.experiences
  const textOf = (said: ExperienceView["answers"]["helps"]) =>
    said.map(({ text, name }) => `– ${text}${name ? ` (${name})` : ""}`).join("\n")
  return {
    texts: {
      ...Object.fromEntries(EXPERIENCE_QUESTIONS.map((name) => [name, textOf(answers[name])])),
      media: media?.map(({ medium, people }) => `${kinds[medium]}: ${people}`).join(", ") ?? tooFew,
      anonymous: "",
    },
  }
}

const PROCESS_COLUMNS = ["steps", "media", "pain"] as const

export const processSheet: Contents = {
  slug: "arbeitsablauf",
  fields: (t) => {
    const labels = processLabels(t)
    const columns = PROCESS_COLUMNS.map((name) => ({ label: labels[name], share: 1 }))
    return [
      { kind: "line", name: "title", label: labels.title },
      { kind: "line", name: "who", label: t.qualification.sheets.names },
      { kind: "table", name: "process", label: "", columns, blank: blankRows(columns.length, 1), lines: 19 },
      { kind: "text", name: "change", label: labels.change, lines: 3 },
    ]
  },
  copies: async ({ db, actor }, cohortId) => {
    const items = await listWorkProcesses(db, actor, cohortId)
    return items.map(({ id, title, change, ...item }) => ({
      id,
      of: title,
      values: {
        texts: { title, change },
        rows: { process: [PROCESS_COLUMNS.map((name) => item[name])] },
      },
    }))
  },
}

const PROJECT_TEXTS = { goal: 3, reason: 2, concerned: 2, risks: 2 }

export const projectSheet: Contents = {
  slug: "lernprojekt",
  fields: (t) => {
    const words = t.qualification.projects
    const { fields } = words
    return [
      { kind: "line", name: "title", label: fields.title },
      { kind: "line", name: "people", label: words.people },
      ...(["goal", "reason", "concerned", "risks"] as const).map(
        (name) => ({ kind: "text", name, label: fields[name], lines: PROJECT_TEXTS[name] }) as const,
      ),
      {
        kind: "boxes",
        name: "state",
        label: fields.state,
        options: PROJECT_STATES.map((value) => ({ value, label: words.states[value] })),
      },
      items("milestones", words.milestones, [
        { label: words.what, share: 76 },
        { label: words.until, share: 24, ours: true },
      ]),
      items("tasks", words.tasks, [
        { label: words.what, share: 52 },
        { label: words.who, share: 24 },
        { label: words.until, share: 24, ours: true },
      ]),
      items("decisions", words.decisions, [
        { label: words.decisionDay, share: 20, ours: true },
        { label: words.decisionBody, share: 80 },
      ]),
    ]
  },
  copies: async ({ db, actor, locale }, cohortId) => {
    const rows = await listProjects(db, actor, cohortId)
    const copies: Copy[] = []
    for (const { id, title } of rows.filter(({ canOpen }) => canOpen))
      copies.push({ id, of: title, values: projectValues(await findProject(db, actor, id), locale) })
    return copies
  },
}

const items = (name: string, label: string, columns: TableField["columns"]): TableField => ({
  kind: "table",
  name,
  label,
  columns,
  blank: blankRows(columns.length, 4),
  lines: 1.5,
})

function projectValues(project: ProjectView, locale: Asked["locale"]): Values {
  const { title, people, goal, reason, concerned, risks, state } = project
  const dayOf = (day: string | null) => (day ? formatDay(day, locale) : "")
  const of = (kind: "milestone" | "task") => project.items.filter((item) => item.kind === kind)
  return {
    texts: { title, people: people.map(({ name }) => name).join(", "), goal, reason, concerned, risks },
    boxes: { state: [state] },
    rows: {
      milestones: of("milestone").map((item) => [item.title, dayOf(item.day)]),
      tasks: of("task").map((item) => [item.title, item.who ?? "", dayOf(item.day)]),
      decisions: project.decisions.map(({ day, body }) => [dayOf(day), body]),
    },
  }
}
