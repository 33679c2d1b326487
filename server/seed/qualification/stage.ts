import type { Actor } from "../../kernel/actor.ts"
import type { Db } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { dayOf, HOUR, instantOf } from "../../kernel/time.ts"
import { addDays, isWorkday } from "../../kernel/workdays.ts"
import { type CohortView, findCohort } from "../../qualification/core.ts"
import type { SeedParts } from "../parts.ts"
import type { SeedCohort } from "../reading/cohort/index.ts"
import { idOf, type Town } from "../town.ts"
import { LAND } from "./start.ts"
import { readWhen, type When } from "./when.ts"

/** What every scene of one cohort needs. */
export class Stage {
  readonly parts: SeedParts
  readonly town: Town
  readonly keys: Keys | null
  readonly content: SeedCohort
  /** The present: nothing is played after it. */
  readonly present: Date
  readonly cohortId: string
  readonly #cohort: CohortView
  readonly #actors = new Map<string, Actor>()

  constructor(setting: Setting & { cohort: CohortView }) {
    this.parts = setting.parts
    this.town = setting.town
    this.keys = setting.keys
    this.content = setting.content
    this.present = setting.present
    this.cohortId = setting.cohort.id
    this.#cohort = setting.cohort
  }

  /** As the facilitator sees it, with all its dates. */
  static async open(setting: Setting, cohortId: string): Promise<Stage> {
    const { parts, town, content } = setting
    const cohort = await findCohort(parts.db, await town.actor(content.facilitator), cohortId)
    return new Stage({ ...setting, cohort })
  }

  get db(): Db {
    return this.parts.db
  }

  /** Nobody's roles change while the group learns. */
  async actor(who: string): Promise<Actor> {
    const actor = this.#actors.get(who) ?? (await this.town.actor(who))
    this.#actors.set(who, actor)
    return actor
  }

  facilitator(): Promise<Actor> {
    return this.actor(this.content.facilitator)
  }

  step(name: string) {
    const [kind, number] = name.split("-")
    const step = this.#cohort.steps.filter((one) => one.kind === kind)[Number(number) - 1]
    if (!step) throw new Error(`the programme has no ${name}`)
    return step
  }

  stepId(name: string): string {
    return this.step(name).id
  }

  /** The part of a person in the group: whoever learns or facilitates. */
  member(who: string): string {
    const personId = idOf(this.town.people, who)
    const member = this.#cohort.people.find((one) => one.personId === personId && one.part !== "manager")
    if (!member) throw new Error(`${who} is not in ${this.content.name}`)
    return member.memberId
  }

  /** A working day, as people make appointments. */
  day(told: When | string): string {
    const when = momentOf(told)
    if ("daysAgo" in when) {
      const wished = addDays(dayOf(this.present), -when.daysAgo)
      return nearestWorkday(wished, when.daysAgo > 0)
    }
    return workdaysFrom(dayOf(new Date(this.step(when.step).startsAt)), when.days)
  }

  /** The moment of what happens in a scene, never later than shortly before the present. */
  at(told: When | string): Date {
    const when = momentOf(told)
    const moment = instantOf(`${this.day(when)}T${when.time}`)
    return new Date(Math.min(moment.getTime(), this.present.getTime() - HOUR))
  }

  /** Minutes after a step began. */
  during(name: string, minutes: number): Date {
    return new Date(Date.parse(this.step(name).startsAt) + minutes * 60_000)
  }

  /** Whether an impulse is released by now: holidays may have put it off. */
  isOut(name: string): boolean {
    return Date.parse(this.step(name).startsAt) < this.present.getTime() - 2 * HOUR
  }
}

export type Setting = {
  parts: SeedParts
  town: Town
  keys: Keys | null
  content: SeedCohort
  present: Date
}

const momentOf = (told: When | string) => (typeof told === "string" ? readWhen(told) : told)

/** What is over happened on a working day at the latest then; what lies ahead is on one at the earliest then. */
function nearestWorkday(day: string, isPast: boolean): string {
  return isWorkday(day, LAND) ? day : nearestWorkday(addDays(day, isPast ? -1 : 1), isPast)
}

/** So many working days later, or earlier: what follows from something else is never on the same day. */
function workdaysFrom(day: string, days: number): string {
  if (days === 0) return day
  const direction = Math.sign(days)
  const next = nearestWorkday(addDays(day, direction), direction < 0)
  return workdaysFrom(next, days - direction)
}
