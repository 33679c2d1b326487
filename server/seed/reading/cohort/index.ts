import { type Static, type TSchema, Type } from "typebox"
import type { ContentFolder } from "../../../kernel/content-folder.ts"
import { Closed } from "../../../kernel/schemas.ts"
import { NewCohort } from "../../../qualification/core.ts"
import type { PlanKind } from "../../../qualification/outcome.ts"
import { NewChoice } from "../../../qualification/proof.ts"
import { Key, Keys, Name } from "../fields.ts"
import { Colleagues } from "./colleagues.ts"
import { Evidence, Impulses, Journal, SelfRatings, Start } from "./learning.ts"
import { Project } from "./projects.ts"
import { Consulting, Session } from "./sessions.ts"
import { Talks } from "./talks.ts"
import { PlanOf, Report, Retrospective, Round } from "./together.ts"

const Cohort = Closed({
  name: NewCohort.properties.name,
  mandateFrom: NewCohort.properties.mandateFrom,
  mandate: NewCohort.properties.mandate,
  facilitator: Key,
  managers: Keys,
  /** In the order in which their rounds take place. */
  learners: Type.Array(Closed({ who: Key, manager: Key })),
  place: Name,
  link: Name,
  dialIn: Name,
  competences: NewChoice.properties.competences,
  /** What the holder lets a check show. */
  certificates: Type.Array(
    Closed({ who: Key, showsName: Type.Boolean(), showsCompetences: Type.Boolean() }),
    { default: [] },
  ),
})

/** A learning group: a folder, with what it has of each of these. */
export function readCohort(folder: ContentFolder, key: string) {
  const pathOf = (name: string) => `cohorts/${key}/${name}.yaml`
  const names = folder.namesIn(`cohorts/${key}`)
  const read = <T extends TSchema>(name: string, schema: T) => folder.table(pathOf(name), schema)
  const readIfThere = <T extends TSchema>(name: string, schema: T): Static<T> | undefined =>
    names.includes(name) ? read(name, schema) : undefined
  const namesOf = (part: string) => folder.namesIn(`cohorts/${key}/${part}`)
  const cohort = read("cohort", Cohort)
  const evidence = read("evidence", Evidence)
  return {
    ...cohort,
    ...read("start", Start),
    sessions: namesOf("sessions").map((step) => ({ step, ...read(`sessions/${step}`, Session) })),
    projects: namesOf("projects").map((name) => ({ key: name, ...read(`projects/${name}`, Project) })),
    impulses: read("impulses", Impulses),
    journal: read("journal", Journal),
    selfRatings: read("self-ratings", SelfRatings),
    evidence: evidence.own,
    takenEvidence: evidence.taken,
    plans: KINDS.filter((kind) => namesOf("plans").includes(kind)).flatMap((kind) =>
      versionsOf(kind, read(`plans/${kind}`, PlanOf(kind))),
    ),
    consultings: namesOf("consultings").map((step) => ({
      step,
      ...read(`consultings/${step}`, Consulting),
    })),
    event: readIfThere("event", Colleagues),
    talks: readIfThere("talks", Talks) ?? [],
    report: readIfThere("report", Report),
    retrospective: readIfThere("retrospective", Retrospective),
    rounds: cohort.learners
      .filter(({ who }) => namesOf("rounds").includes(who))
      .map(({ who }) => ({ learner: who, ...read(`rounds/${who}`, Round) })),
  }
}
export type SeedCohort = ReturnType<typeof readCohort>

const KINDS: PlanKind[] = ["it-call", "event", "objections", "rules", "data-protection", "rollout", "lasting"]

type Values = Record<string, string | undefined>
/** The whole of a plan as each of its versions has it: days are not counted yet. */
export type SeedPlan = {
  kind: PlanKind
  by: string
  at: string
  decided: string | undefined
  content: { link: string; fields: Values; lines: Values[] }
}

function versionsOf(kind: PlanKind, { link, versions }: Static<ReturnType<typeof PlanOf>>): SeedPlan[] {
  let content: SeedPlan["content"] = { link, fields: {}, lines: [] }
  return versions.map(({ by, at, decided, fields, lines = content.lines }) => {
    content = { link, fields: { ...content.fields, ...fields }, lines }
    return { kind, by, at, decided, content }
  })
}
