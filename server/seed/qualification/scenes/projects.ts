import {
  addItem,
  addToProject,
  answerAgreement,
  commentProject,
  createProject,
  editProject,
  findAgreement,
  findProject,
  listAgreements,
  markItem,
  recordDecision,
  submitProject,
} from "../../../qualification/work.ts"
import type { Scene } from "../../parts.ts"
import type { SeedProject } from "../../reading/cohort/projects.ts"
import type { Stage } from "../stage.ts"

type Item = SeedProject["items"][number]
type Submission = SeedProject["submissions"][number]
type Answer = Submission["answers"][number]

/** A project from its first line to its end, with what managers say to it. */
export function scenesOfProject(stage: Stage, project: SeedProject): Scene[] {
  const telling = new Telling(stage, project)
  return [
    { at: stage.at(project.at), play: () => telling.begin() },
    ...project.items.flatMap((item) => scenesOfItem(telling, stage, project, item)),
    { at: stage.at(project.running), play: () => telling.change({ state: "running" }) },
    ...project.decisions.map((one) => ({ at: stage.at(one.at), play: () => telling.decide(one) })),
    ...project.comments.map((one) => ({ at: stage.at(one.at), play: () => telling.comment(one) })),
    ...project.submissions.flatMap((one) => [
      { at: stage.at(one.at), play: () => telling.submit(one) },
      ...one.answers.map((answer) => ({ at: stage.at(answer.at), play: () => telling.answer(one, answer) })),
    ]),
    ...finishing(telling, stage, project),
  ]
}

function scenesOfItem(telling: Telling, stage: Stage, project: SeedProject, item: Item): Scene[] {
  const made = { at: stage.at(project.at), play: () => telling.plan(item) }
  return item.done ? [made, { at: stage.at(item.done), play: () => telling.mark(item) }] : [made]
}

function finishing(telling: Telling, stage: Stage, { finished }: SeedProject): Scene[] {
  if (!finished) return []
  const { goal } = finished
  return [{ at: stage.at(finished.at), play: () => telling.change({ state: "finished", goal }) }]
}

class Telling {
  readonly #stage: Stage
  readonly #project: SeedProject
  readonly #items = new Map<Item, string>()
  #id = ""

  constructor(stage: Stage, project: SeedProject) {
    this.#stage = stage
    this.#project = project
  }

  async begin(): Promise<void> {
    const { db, cohortId } = this.#stage
    const owner = await this.#owner()
    const { title, goal, reason, concerned, risks } = this.#project
    const input = { title, goal, reason, concerned, risks, state: "planned" } as const
    this.#id = (await createProject(db, owner, cohortId, input)).id
    for (const who of this.#project.with) await addToProject(db, owner, this.#id, this.#stage.member(who))
  }

  async plan(item: Item): Promise<void> {
    const { kind, title, day, who } = item
    const memberId = who === undefined ? null : this.#stage.member(who)
    const input = { kind, title, day: this.#stage.day(day), memberId }
    const { id } = await addItem(this.#stage.db, await this.#owner(), this.#id, input)
    this.#items.set(item, id)
  }

  async mark(item: Item): Promise<void> {
    await markItem(this.#stage.db, await this.#owner(), this.#items.get(item) ?? "", true)
  }

  async change(change: { state: "running" | "finished"; goal?: string }): Promise<void> {
    const { db } = this.#stage
    const owner = await this.#owner()
    const { title, goal, reason, concerned, risks, version } = await findProject(db, owner, this.#id)
    await editProject(db, owner, this.#id, { title, goal, reason, concerned, risks, version, ...change })
  }

  async decide({ by, at, body }: SeedProject["decisions"][number]): Promise<void> {
    const day = this.#stage.day(at)
    await recordDecision(this.#stage.db, await this.#stage.actor(by), this.#id, { day, body })
  }

  async comment({ by, body }: SeedProject["comments"][number]): Promise<void> {
    await commentProject(this.#stage.db, await this.#stage.actor(by), this.#id, { body })
  }

  async submit({ by, step, message }: Submission): Promise<void> {
    const { db } = this.#stage
    const actor = await this.#stage.actor(by)
    const { version } = await findProject(db, actor, this.#id)
    const input = { cohortStepId: this.#stage.stepId(step), message, version }
    await submitProject(db, actor, this.#id, input)
  }

  async answer({ step }: Submission, { by, answer, comment, talkOn }: Answer): Promise<void> {
    const { db } = this.#stage
    const manager = await this.#stage.actor(by)
    const rows = await listAgreements(db, manager)
    const title = this.#stage.step(step).title
    const row = rows.find((one) => !one.outdated && one.step === title && one.title === this.#project.title)
    if (!row) throw new Error(`${by} has nothing to answer of ${this.#project.key}`)
    const { version } = await findAgreement(db, manager, row.id)
    const day = talkOn === undefined ? null : this.#stage.day(talkOn)
    await answerAgreement(db, manager, row.id, { answer, comment, talkOn: day, version })
  }

  #owner() {
    return this.#stage.actor(this.#project.by)
  }
}
