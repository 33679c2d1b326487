import { sql } from "drizzle-orm"
import { departments } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Config } from "../kernel/config.ts"
import type { Reader } from "../kernel/database.ts"
import { taggedAddress } from "../notifications/index.ts"
import { listCategories } from "./categories/queries.ts"

/** So much of an id tells one thing from all others of an installation. */
const ID_DIGITS = 8
/** So that the whole stays within the 64 characters that may stand before the "@". */
const LONGEST_NAME = 24

/**
 * Where a mail becomes a question in this category, or to this department; null where no mail is taken. The name in it is
 * for people: the digits alone say what is meant, so an address outlives a new name.
 */
export const questionAddress = (
  { mailIn }: Pick<Config, "mailIn">,
  { id, name }: { id: string; name: string },
): string | null => mailIn && taggedAddress(mailIn.address, `${slugOf(name)}-${id.slice(-ID_DIGITS)}`)

const LETTERS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" }

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, "") || "frage"

/** The category that the tag of such an address means to this person; null where it means none that takes questions. */
export async function findAddressed(reader: Reader, actor: Actor, tag: string): Promise<string | null> {
  const [, digits] = new RegExp(`-([0-9a-f]{${ID_DIGITS}})$`).exec(tag) ?? []
  if (!digits) return null
  const open = (await listCategories(reader, actor)).filter(
    ({ kind, can }) => kind === "questions" && can.post,
  )
  const meant = open.find(({ id }) => id.endsWith(digits))
  if (meant) return meant.id
  const [department] = await reader
    .select({ id: departments.id })
    .from(departments)
    .where(sql`right(${departments.id}::text, ${ID_DIGITS}) = ${digits}`)
  return open.find(({ responsible }) => department && responsible?.id === department.id)?.id ?? null
}
