import { followCategory, type Level } from "../forum/index.ts"
import { DAY } from "../kernel/time.ts"
import { markRead } from "../notifications/index.ts"
import type { Scene, SeedParts } from "./parts.ts"
import { idOf, type Town } from "./town.ts"

/** Who follows which category, by the keys of the content. */
const FOLLOWED: [person: string, category: string, level: Level][] = [
  ["schoeller", "fachfragen", "official"],
  ["sommer", "fachfragen", "questions"],
  ["huber", "gute-praxis", "all"],
  ["kowalski", "unterhalt", "questions"],
]
/** Before anything was asked. */
const FIRST_DAYS_AGO = 365
/** When everybody looked through their inbox last: what is unread came since then. */
const READ_DAYS_AGO = 10

export const scenesOfHearing = ({ db }: SeedParts, town: Town, start: Date): Scene[] => [
  {
    at: new Date(start.getTime() - FIRST_DAYS_AGO * DAY),
    play: async () => {
      for (const [person, category, level] of FOLLOWED)
        await followCategory(db, await town.actor(person), idOf(town.categories, category), { level })
    },
  },
  {
    at: new Date(start.getTime() - READ_DAYS_AGO * DAY),
    play: async () => {
      for (const key of town.people.keys()) await markRead(db, await town.actor(key), {})
    },
  },
]
