import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Reader } from "../../kernel/database.ts"
import { departmentNames } from "../people/queries.ts"
import { type LinkPurpose, people } from "../tables.ts"
import { type MeView, OPTIONAL_MAILS, type OptionalMail } from "./schema.ts"

export async function findMe(reader: Reader, actor: Actor): Promise<MeView> {
  const { id, displayName, email, roles, locale, mailOff } = people
  const columns = { id, displayName, email, roles, departments: departmentNames, locale, mailOff }
  const me = only(await reader.select(columns).from(people).where(eq(people.id, actor.id)))
  return { ...me, mailOff: OPTIONAL_MAILS.filter((kind) => me.mailOff.includes(kind)) }
}

/** Whether a mail of this kind may be sent: the person is active and did not switch it off. */
export async function mayMail(
  reader: Reader,
  personId: string,
  kind: LinkPurpose | OptionalMail,
): Promise<boolean> {
  const rows = await reader
    .select({ mailOff: people.mailOff })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)))
  const isOptional = OPTIONAL_MAILS.some((optional) => optional === kind)
  return rows[0] !== undefined && !(isOptional && rows[0].mailOff.includes(kind))
}

/** Where mail to an active person goes; null for anybody else. */
export async function findMailAddress(reader: Reader, personId: string): Promise<string | null> {
  const rows = await reader
    .select({ email: people.email })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)))
  return rows[0]?.email ?? null
}
