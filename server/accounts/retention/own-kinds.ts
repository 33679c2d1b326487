import { and, eq, isNull, lt, notExists, notInArray, type SQL, sql } from "drizzle-orm"
import { auditBefore, forgetAuditBefore } from "../../kernel/audit.ts"
import { type Reader, transact } from "../../kernel/database.ts"
import { enqueueAll } from "../../kernel/jobs.ts"
import { auditLog } from "../../kernel/tables.ts"
import { today } from "../../kernel/time.ts"
import { LEAVING_QUEUE } from "../leaving/actions.ts"
import { leavings } from "../leaving/tables.ts"
import { people } from "../tables.ts"
import type { Held, RetentionKind } from "./kinds.ts"

/** Of things that other modules know. */
type PostsIn = (reader: Reader, threadIds: string[]) => Promise<string[]>

/** What the accounts themselves keep. */
export const accountsRetention = (postsIn: PostsIn): RetentionKind[] => [
  {
    name: "closed-accounts",
    title: { de: "Deaktivierte Konten", en: "Deactivated accounts" },
    explained: {
      de: "Name, Adresse und alles Persönliche werden entfernt wie beim Ausscheiden; Beiträge bleiben ohne Namen, Zertifikate bleiben gültig. Die Tage zählen ab dem Deaktivieren.",
      en: "Name, address and whatever is personal are removed as when somebody leaves; posts stay without a name, certificates stay valid. The days count from the deactivation.",
    },
    count: (reader, before, held) => reader.$count(people, closedBefore(reader, before, held)),
    remove: (db, before, held) =>
      transact(db, async (tx) => {
        const closed = await tx
          .select({ personId: people.id })
          .from(people)
          .where(closedBefore(tx, before, held))
        if (closed.length === 0) return
        const rest = { posts: "stay", certificates: "stay", bySelf: false, dueOn: today() } as const
        await tx
          .insert(leavings)
          .values(closed.map(({ personId }) => ({ personId, ...rest })))
          .onConflictDoNothing()
        await enqueueAll(tx, LEAVING_QUEUE, closed)
      }),
  },
  {
    name: "audit-log",
    title: { de: "Namen und Einzelheiten im Protokoll", en: "Names and details in the audit log" },
    explained: {
      de: "Die Einträge bleiben und sagen weiter, was wann geschah, aber nicht mehr von wem und mit welchen Einzelheiten. Die Tage zählen ab dem Eintrag.",
      en: "The entries stay and go on telling what happened when, but no longer by whom and with which details. The days count from the entry.",
    },
    count: async (reader, before, held) =>
      reader.$count(auditLog, auditBefore(before, await subjectsHeld(reader, held, postsIn))),
    remove: (db, before, held) =>
      transact(db, async (tx) => forgetAuditBefore(tx, before, await subjectsHeld(tx, held, postsIn))),
  },
]

/** What an entry may be about, or by, that is on hold: with a thread everything that stands in it. */
const subjectsHeld = async (reader: Reader, { person, thread }: Held, postsIn: PostsIn) => [
  ...person,
  ...(await postsIn(reader, thread)),
]

/** Nobody has deactivated it again since, and nobody is about to leave with it. */
function closedBefore(reader: Reader, before: Date, { person }: Held): SQL | undefined {
  const later = reader
    .select({ one: sql`1` })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.action, "person.deactivated"),
        sql`${auditLog.subjectId} = ${people.id}::text`,
        sql`${auditLog.at} >= ${before}`,
      ),
    )
  const leaving = reader.select({ one: sql`1` }).from(leavings).where(eq(leavings.personId, people.id))
  return and(
    eq(people.active, false),
    eq(people.isService, false),
    isNull(people.leftOn),
    lt(people.createdAt, before),
    person.length > 0 ? notInArray(people.id, person) : undefined,
    notExists(later),
    notExists(leaving),
  )
}
