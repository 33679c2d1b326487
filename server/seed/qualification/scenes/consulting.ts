import {
  addLine,
  addTopic,
  closeBallot,
  findConsulting,
  PHASES,
  type Phase,
  saveDecision,
  shareResult,
  startConsulting,
  timeConsulting,
  voteForTopic,
} from "../../../qualification/meet.ts"
import type { Scene } from "../../parts.ts"
import type { SeedConsulting } from "../../reading/cohort/sessions.ts"
import { idOf } from "../../town.ts"
import { setClock } from "../found.ts"
import type { Stage } from "../stage.ts"
import { on } from "../when.ts"

/** Topics before a meeting, the vote, and the consulting on one of them. */
export function scenesOfConsulting(stage: Stage, told: SeedConsulting): Scene[] {
  const telling = new Telling(stage, told)
  const collect = told.topics.map((topic, index) => ({
    at: stage.at(on(told.step, -3, `1${index}:40`)),
    play: () => telling.collect(topic),
  }))
  const choose = told.votes.map((votes, index) => ({
    at: stage.at(on(told.step, -1, `1${index}:05`)),
    play: () => telling.choose(votes),
  }))
  const hold = told.held ? [{ at: stage.during(told.step, 15), play: () => telling.hold() }] : []
  return [...collect, ...choose, ...hold]
}

class Telling {
  readonly #stage: Stage
  readonly #told: SeedConsulting
  readonly #topics = new Map<string, string>()

  constructor(stage: Stage, told: SeedConsulting) {
    this.#stage = stage
    this.#told = told
  }

  get #session(): string {
    return this.#stage.stepId(this.#told.step)
  }

  async collect({ by, title, question }: SeedConsulting["topics"][number]): Promise<void> {
    const actor = await this.#stage.actor(by)
    const { id } = await addTopic(this.#stage.db, actor, this.#session, { title, question })
    this.#topics.set(by, id)
  }

  /** For the topics of others, each named by whose it is. */
  async choose({ by, topicsOf }: SeedConsulting["votes"][number]): Promise<void> {
    const actor = await this.#stage.actor(by)
    for (const whose of topicsOf) await voteForTopic(this.#stage.db, actor, idOf(this.#topics, whose), true)
  }

  async hold(): Promise<void> {
    const { db } = this.#stage
    const { held } = this.#told
    if (!held) return
    const moderator = await this.#stage.actor(held.moderator)
    const giver = await this.#stage.actor(held.topicOf)
    await closeBallot(db, await this.#stage.facilitator(), this.#session)
    const topicId = idOf(this.#topics, held.topicOf)
    const moderatorId = this.#stage.member(held.moderator)
    const { id } = await startConsulting(db, moderator, this.#session, {
      topicId,
      moderatorId,
      form: "short",
    })
    for (const [index, phase] of PHASES.entries()) {
      setClock(this.#stage.during(this.#told.step, 15 + index * 5))
      await this.#note(id, phase)
      if (phase === "decision") {
        const { decision } = await findConsulting(db, giver, id)
        await saveDecision(db, giver, id, { body: held.decision, version: decision?.version ?? 1 })
      }
      const { timer } = await findConsulting(db, moderator, id)
      if (timer)
        await timeConsulting(db, moderator, id, { control: "next", version: timer.version, minutes: 0 })
    }
    if (held.shared) await shareResult(db, giver, id, true)
  }

  async #note(id: string, phase: Phase): Promise<void> {
    const kind = KINDS[phase]
    if (!kind) return
    for (const { by, body } of this.#told.held?.[kind] ?? [])
      await addLine(this.#stage.db, await this.#stage.actor(by), id, {
        kind: kind === "hypotheses" ? "hypothesis" : "solution",
        body,
      })
  }
}

const KINDS: Partial<Record<Phase, "hypotheses" | "solutions">> = {
  hypotheses: "hypotheses",
  solutions: "solutions",
}
