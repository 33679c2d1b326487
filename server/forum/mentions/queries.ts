import type { Static } from "typebox"
import { type Called, listByName, listCalled } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Db, Tx } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { dailyHash, limit } from "../../kernel/throttle.ts"
import { findSeenCategory } from "../categories/queries.ts"
import { loadStanding, type Place, type Standing } from "../loading.ts"
import { maySee, maySeePost } from "../policy.ts"
import { namesBehind } from "./names.ts"
import type { Nameable } from "./schema.ts"

export type Named = { personId: string; name: string }

/**
 * Whom the tails name: of the people who may see the post. A name that two of them have names nobody, unless their
 * department follows in brackets.
 */
export async function findNamed(tx: Tx, standing: Standing, tails: string[]): Promise<Named[]> {
  const called = await listCalled(tx, [...new Set(tails.flatMap(namesBehind))])
  const seeing = called.filter((one) => maySeePost(one, standing))
  const named = tails.flatMap((tail) => namedBy(tail, seeing) ?? [])
  return [...new Map(named.map((one) => [one.personId, one])).values()]
}

function namedBy(tail: string, people: Called[]): Named | null {
  const [name] = namesBehind(tail).filter((one) => people.some(({ displayName }) => displayName === one))
  if (name === undefined) return null
  const fitting = people
    .filter(({ displayName }) => displayName === name)
    .map((person) => ({ person, whole: withDepartments(person).find((whole) => tail.startsWith(whole)) }))
  const meant = fitting.length > 1 ? fitting.filter(({ whole }) => whole !== undefined) : fitting
  const [only] = meant
  return only && meant.length === 1 ? { personId: only.person.id, name: only.whole ?? name } : null
}

const withDepartments = ({ displayName, shortNames }: Called) =>
  shortNames.map((shortName) => `${displayName} (${shortName})`)

const SEARCHES_A_MINUTE = 120
const OFFERED = 8
/** Some of those that the names fit may not see the thread, as where it is hidden. */
const MOST_READ = 40

/** People who may see the thread, by parts of their names, for whoever writes in it. */
export async function listOfThread(db: Db, actor: Actor, id: string, typed: string) {
  await limitSearches(db, actor)
  const standing = await loadStanding(db, id)
  if (!standing || standing.post.id !== standing.thread.id || !maySeePost(actor, standing)) throw notFound()
  const found = await listReaders(db, standing.place, typed)
  return offered(
    actor,
    found.filter((one) => maySeePost(one, standing)),
  )
}

/** The same for a thread to be written in a category. */
export async function listOfCategory(db: Db, actor: Actor, id: string, typed: string) {
  await limitSearches(db, actor)
  const place = await findSeenCategory(db, actor, id)
  const found = await listReaders(db, place, typed)
  return offered(
    actor,
    found.filter((one) => maySee(one, place)),
  )
}

const limitSearches = async (db: Db, actor: Actor) =>
  limit(db, `mentions:${await dailyHash(db, actor.id)}`, SEARCHES_A_MINUTE, 60)

const listReaders = async (db: Db, place: Place, typed: string) =>
  typed.trim() === "" ? [] : listByName(db, typed, departmentsOf(place), MOST_READ)

/** Null: all of them. */
const departmentsOf = ({ audience, listed, categoryResponsibleId }: Place) =>
  audience === "all" ? null : [...listed, ...(categoryResponsibleId ? [categoryResponsibleId] : [])]

/** In the order of names, so those who are called the same are neighbours. */
function offered(actor: Actor, found: Called[]): Static<typeof Nameable>[] {
  const isShared = ({ displayName }: Called) =>
    found.filter((other) => other.displayName === displayName).length > 1
  return found
    .filter(({ id }) => id !== actor.id)
    .slice(0, OFFERED)
    .map((one) => ({
      name: one.displayName,
      departments: one.shortNames,
      mention: (isShared(one) && withDepartments(one)[0]) || one.displayName,
    }))
}
