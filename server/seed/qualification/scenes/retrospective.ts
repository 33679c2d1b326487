import {
  addCard,
  changeStage,
  groupCard,
  placeCard,
  releaseLesson,
  vote,
  writeLesson,
} from "../../../qualification/outcome.ts"
import type { Scene } from "../../parts.ts"
import type { SeedRetrospective } from "../../reading/cohort/together.ts"
import { idOf } from "../../town.ts"
import type { Stage } from "../stage.ts"

/** The board of the last workshop, from its cards to the lessons that later groups read. */
export function scenesOfRetrospective(stage: Stage, told: SeedRetrospective): Scene[] {
  const board = new Board(stage)
  return [
    ...told.cards.map((card, index) => ({
      at: stage.during("workshop-5", 45 + index / 2),
      play: () => board.lay(card),
    })),
    { at: stage.during("workshop-5", 65), play: () => board.turn("collecting", "voting") },
    ...told.votes.map((votes, index) => ({
      at: stage.during("workshop-5", 70 + index),
      play: () => board.vote(votes),
    })),
    { at: stage.during("workshop-5", 80), play: () => board.turn("voting", "closed") },
    ...told.lessons.map((lesson, index) => ({
      at: stage.during("workshop-5", 110 + index * 5),
      play: () => board.keep(lesson),
    })),
    { at: stage.at(told.released), play: () => board.release() },
  ]
}

class Board {
  readonly #stage: Stage
  readonly #cards = new Map<string, string>()
  readonly #topics = new Map<string, string>()
  readonly #lessons: string[] = []

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** A card, and where it is sorted to. */
  async lay({ by, heading, body, topic }: SeedRetrospective["cards"][number]): Promise<void> {
    const { db, cohortId } = this.#stage
    const actor = await this.#stage.actor(by)
    const { id } = await addCard(db, actor, cohortId, { heading, body })
    this.#cards.set(body, id)
    if (topic === undefined) return
    const groupId = this.#topics.get(topic)
    if (groupId) await placeCard(db, actor, id, { heading, groupId })
    else this.#topics.set(topic, (await groupCard(db, actor, id, { title: topic })).id)
  }

  async turn(from: "collecting" | "voting", to: "voting" | "closed"): Promise<void> {
    await changeStage(this.#stage.db, await this.#stage.facilitator(), this.#stage.cohortId, { from, to })
  }

  /** On topics by their title, on single cards by their words. */
  async vote({ by, on }: SeedRetrospective["votes"][number]): Promise<void> {
    const actor = await this.#stage.actor(by)
    for (const name of on) {
      const groupId = this.#topics.get(name)
      await vote(this.#stage.db, actor, groupId ? { groupId } : { cardId: idOf(this.#cards, name) }, true)
    }
  }

  async keep({ by, ...lesson }: SeedRetrospective["lessons"][number]): Promise<void> {
    const { db, cohortId } = this.#stage
    const { id } = await writeLesson(db, await this.#stage.actor(by), cohortId, lesson)
    this.#lessons.push(id)
  }

  async release(): Promise<void> {
    for (const id of this.#lessons)
      await releaseLesson(this.#stage.db, await this.#stage.facilitator(), id, 1)
  }
}
