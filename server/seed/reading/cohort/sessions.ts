import { type Static, Type } from "typebox"
import { Choice, Closed } from "../../../kernel/schemas.ts"
import { Decision, NewEntry, NewLine, NewTopic, RoundLine, SettledTask } from "../../../qualification/meet.ts"
import { Written } from "../../qualification/when.ts"
import { Key, Keys, Name } from "../fields.ts"

const Entry = Closed({
  kind: NewEntry.properties.kind,
  body: NewEntry.properties.body,
  who: Type.Optional(Key),
  due: Type.Optional(Written),
  result: Type.Optional(
    Closed({ at: Written, text: SettledTask.properties.result, done: Type.Boolean({ default: true }) }),
  ),
})
export type SeedEntry = Static<typeof Entry>

const Photo = Closed({ by: Key, file: Key, caption: Name })
export type SeedPhoto = Static<typeof Photo>

export const Session = Closed({
  /** Everybody else was there. */
  missing: Type.Record(Key, Choice(["absent", "made-up"]), { additionalProperties: false, default: {} }),
  /** Lines written before a meeting. */
  round: Type.Record(Key, RoundLine, { additionalProperties: false, default: {} }),
  /** Of a session that was held. */
  held: Type.Optional(
    Closed({
      entries: Type.Array(Entry),
      photos: Type.Array(Photo, { default: [] }),
      forManagers: Type.Boolean(),
    }),
  ),
})
export type SeedSession = Static<typeof Session> & { step: string }

const Line = Closed({ by: Key, body: NewLine.properties.body })

export const Consulting = Closed({
  topics: Type.Array(
    Closed({ by: Key, title: NewTopic.properties.title, question: NewTopic.properties.question }),
  ),
  /** Topics by whose they are. */
  votes: Type.Array(Closed({ by: Key, topicsOf: Keys }), { default: [] }),
  held: Type.Optional(
    Closed({
      topicOf: Key,
      moderator: Key,
      hypotheses: Type.Array(Line),
      solutions: Type.Array(Line),
      decision: Decision.properties.body,
      shared: Type.Boolean(),
    }),
  ),
})
export type SeedConsulting = Static<typeof Consulting> & { step: string }
