import type { Actor } from "../../../kernel/actor.ts"
import { instantOf } from "../../../kernel/time.ts"
import {
  createEvent,
  enterObjections,
  inviteToEvent,
  listObjections,
  markObjection,
  raiseObjection,
  showRules,
} from "../../../qualification/outcome.ts"
import {
  acceptRules,
  commentOnRules,
  draftRules,
  findRules,
  findRulesDraft,
  publishRules,
} from "../../../rules/index.ts"
import type { Scene } from "../../parts.ts"
import type { SeedColleagues, SeedObjection } from "../../reading/cohort/colleagues.ts"
import { idOf } from "../../town.ts"
import type { Stage } from "../stage.ts"

/** The information event, what was objected and asked, and the rules of use on their way to everybody. */
export function scenesOfColleagues(stage: Stage, told: SeedColleagues): Scene[] {
  const event = new Telling(stage)
  return [
    { at: stage.at(told.planned), play: () => event.plan(told) },
    { at: stage.at(told.invited), play: () => event.invite() },
    ...told.objections.flatMap((objection) => scenesOfObjection(stage, event, objection, told.by)),
    ...(told.rules ? scenesOfRules(stage, told.rules) : []),
  ]
}

function scenesOfObjection(stage: Stage, event: Telling, objection: SeedObjection, host: string): Scene[] {
  const { words, at, outcome } = objection
  const raise = { at: stage.at(at), play: () => event.raise(objection, host) }
  return outcome
    ? [raise, { at: stage.at(outcome.at), play: () => event.mark(words, outcome, host) }]
    : [raise]
}

/** One event, whose id is known once it was planned. */
class Telling {
  readonly #stage: Stage
  #id = ""

  constructor(stage: Stage) {
    this.#stage = stage
  }

  async plan({
    by,
    title,
    day,
    from,
    until,
    place,
    hosts,
    agenda,
    departments,
  }: SeedColleagues): Promise<void> {
    const { db, cohortId } = this.#stage
    const on = this.#stage.day(day)
    const [startsAt, endsAt] = [from, until].map((time) => instantOf(`${on}T${time}`).toISOString())
    const { id } = await createEvent(db, await this.#stage.actor(by), cohortId, {
      title,
      place,
      hosts,
      agenda,
      link: "",
      startsAt: startsAt ?? "",
      endsAt: endsAt ?? "",
      audience: departments.length > 0 ? "listed" : "all",
      departmentIds: departments.map((key) => idOf(this.#stage.town.departments, key)),
    })
    this.#id = id
  }

  async invite(): Promise<void> {
    await inviteToEvent(this.#stage.db, await this.#stage.facilitator(), this.#id)
  }

  async raise({ kind, words, by, room }: SeedObjection, host: string): Promise<void> {
    const { db } = this.#stage
    if (room) return enterObjections(db, await this.#stage.actor(room), this.#id, { lines: words })
    const author = await this.#stage.actor(by ?? host)
    await raiseObjection(db, author, this.#id, { kind, words, isNamed: by !== undefined })
  }

  async mark(words: string, outcome: NonNullable<SeedObjection["outcome"]>, host: string): Promise<void> {
    const { db } = this.#stage
    const actor = await this.#stage.actor(host)
    const { mark, answer, who, until, done, link, linkTitle } = outcome
    const found = (await listObjections(db, actor, this.#id)).find((one) => one.words === words)
    if (!found) throw new Error(`nobody raised "${words}"`)
    const days = { until: until ? this.#stage.day(until) : null, doneOn: done ? this.#stage.day(done) : null }
    const { id, version } = found
    await markObjection(db, actor, id, { version, mark, answer, who, ...days, link, linkTitle })
  }
}

type Rules = NonNullable<SeedColleagues["rules"]>

function scenesOfRules(stage: Stage, { shown, comments, published, next }: Rules): Scene[] {
  const { db, cohortId } = stage
  const show = async () => {
    await showRules(db, await stage.facilitator(), cohortId)
  }
  return [
    { at: stage.at(shown), play: show },
    ...scenesOfComments(stage, comments),
    { at: stage.at(published), play: async () => publish(stage, await stage.facilitator()) },
    ...next.flatMap((edition) => scenesOfEdition(stage, edition)),
  ]
}

function scenesOfEdition(stage: Stage, edition: Rules["next"][number]): Scene[] {
  const { by, shown, comments, published, body, summary } = edition
  const draft = async () => {
    await draftRules(stage.db, await stage.actor(by), { body, summary })
  }
  const drafted = [{ at: stage.at(shown), play: draft }, ...scenesOfComments(stage, comments)]
  if (!published) return drafted
  return [...drafted, { at: stage.at(published), play: async () => publish(stage, await stage.actor(by)) }]
}

const scenesOfComments = (stage: Stage, comments: Rules["comments"]): Scene[] =>
  comments.map(({ by, at, body }) => ({
    at: stage.at(at),
    play: async () => {
      await commentOnRules(stage.db, await stage.actor(by), { body })
    },
  }))

async function publish(stage: Stage, actor: Actor): Promise<void> {
  const { version } = await findRulesDraft(stage.db, actor)
  await publishRules(stage.db, actor, { version, isAsked: true })
  await acceptByAll(stage)
}

/** Nobody who tries the example out is kept from writing. */
async function acceptByAll({ db, town }: Stage): Promise<void> {
  for (const key of town.people.keys()) {
    const actor = await town.actor(key)
    const { current } = await findRules(db, actor)
    if (current) await acceptRules(db, actor, current.edition)
  }
}
