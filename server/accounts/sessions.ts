import { createHash, randomBytes } from "node:crypto"
import { and, desc, eq, getTableColumns, gt, lt, ne, sql } from "drizzle-orm"
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia"
import type { Actor } from "../kernel/actor.ts"
import { type Db, newId, only, type Reader, type Tx } from "../kernel/database.ts"
import { byCode } from "../kernel/order.ts"
import { noteAside } from "../kernel/outage.ts"
import { among, open, statement } from "../kernel/statements.ts"
import { DAY, dayOf, now } from "../kernel/time.ts"
import { pendingSignIns } from "./factors/tables.ts"
import { actorColumns } from "./people/queries.ts"
import { standingOf } from "./providers/checks.ts"
import { forgetMarks, type Marks, openMarks } from "./sign-in/marks.ts"
import { people, providers, sessions } from "./tables.ts"

/**
 * The only file that knows the session mechanism. Lucia sees tokens; the database only ever their SHA-256.
 * Lucia hands ids that it got from the adapter back to it, so the adapter returns the token it was asked
 * with, and lists (which have no tokens) bypass Lucia.
 */
export type Sessions = {
  cookieName: string
  /**
   * Validates the cookie; `renewed` is the cookie to set when the session's life was extended, `due` the provider that
   * is to be asked whether the person is still signed in there.
   * @param checked what the browser keeps of the last time that it was asked
   */
  identify(
    token: string,
    checked?: string,
  ): Promise<{ actor: Actor; renewed: string | null; due: string | null } | null>
  /** What the session of a token is found by in `identifyAll`; says nothing about the token. */
  keyOf(token: string): string
  /** The people of many sessions at once, by key; one that ended is missing. No session's life is extended. */
  identifyAll(keys: string[]): Promise<Map<string, Actor>>
  /** A fresh session, whatever the browser had before (`former` is ended). Returns the cookie. */
  signIn(
    personId: string,
    device: string,
    former: string | null,
    bondOf?: (sessionId: string) => Bond,
  ): Promise<{ token: string; cookie: string; sessionId: string }>
  signOut(token: string): Promise<string>
  blankCookie(): string
  /** By which a browser is known again, beyond its sessions. */
  marks: Marks
}

/** Of a session that a provider has opened. */
export type Bond = Pick<
  typeof sessions.$inferSelect,
  "providerId" | "providerSession" | "idTokenKey" | "sealedIdToken"
>
const UNBOUND: Bond = { providerId: null, providerSession: null, idTokenKey: null, sealedIdToken: null }

const LIFE_DAYS = 14
const WEEK = 7 * DAY

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: PersonAttributes
  }
}
type SessionAttributes = {
  publicId: string
  device: string
  signedInOn: string
  /** Written when the session begins, and not read with it. */
  bond: Bond
  /** What the provider is called, where it is asked again after some time. */
  asked: { slug: string; minutes: number } | null
}
type PersonAttributes = Omit<Actor, "id" | "sessionId">

export function openSessions(db: Db, secure: boolean): Sessions {
  const cookieName = secure ? "__Host-session" : "session"
  const lucia = new Lucia(new HashingAdapter(db), {
    sessionExpiresIn: new TimeSpan(LIFE_DAYS, "d"),
    sessionCookie: { name: cookieName, attributes: { secure, sameSite: "lax", path: "/" } },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
  return {
    cookieName,
    marks: openMarks(db, secure),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
    async identify(token, checked) {
      const { session, user } = await lucia.validateSession(token)
      if (!session) return null
      const { publicId, asked } = session
      const standing = asked ? await standingOf(db, publicId, asked.minutes, checked) : "good"
      if (standing === "over") return null
      const { id, displayName, roles, locale, departments } = user
      const actor: Actor = { id, displayName, roles, locale, departments, sessionId: publicId }
      const renewed = session.fresh ? lucia.createSessionCookie(token).serialize() : null
      return { actor, renewed, due: standing === "due" && asked ? asked.slug : null }
    },
    keyOf: hashToken,
    identifyAll: (keys) => identifyAll(db, keys),
    async signIn(personId, device, former, bondOf = () => UNBOUND) {
      if (former) await lucia.invalidateSession(former)
      const token = randomBytes(32).toString("base64url")
      const publicId = newId()
      const attributes = { publicId, device, signedInOn: dayOf(now()), bond: bondOf(publicId), asked: null }
      await lucia.createSession(personId, attributes, { sessionId: token })
      return { token, cookie: lucia.createSessionCookie(token).serialize(), sessionId: publicId }
    },
    async signOut(token) {
      // Not by the library: that a session which expired cannot be deleted is no fault, but this would be.
      await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
      return lucia.createBlankSessionCookie().serialize()
    },
  }
}

async function identifyAll(reader: Reader, keys: string[]): Promise<Map<string, Actor>> {
  const rows = await reader
    .select({ key: sessions.tokenHash, sessionId: sessions.publicId, id: people.id, ...actorColumns })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        among(sessions.tokenHash, keys),
        // By the clock of the machine, as the library judges the session of a request.
        gt(sessions.expiresAt, sql`now()`),
        eq(people.active, true),
      ),
    )
  return new Map(rows.map(({ key, ...actor }) => [key, actor]))
}

/** Own sessions, newest first, by public id. */
export async function listSessions(reader: Reader, personId: string) {
  return reader
    .select({
      id: sessions.publicId,
      device: sessions.device,
      signedInOn: sessions.signedInOn,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(byCode(sessions.signedInOn)), desc(sessions.publicId))
}

/** Ends one own session; false when there is none of that id. */
export async function endSession(db: Reader, personId: string, publicId: string): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.publicId, publicId)))
    .returning({ id: sessions.publicId })
  return ended.length > 0
}

/**
 * Ends all sessions of a person, save the one that is kept, and sign-ins that wait for a second factor. Nor is any browser known to the account any more: whoever is
 * to stay known gets a new mark.
 */
export async function endSessions(db: Reader | Tx, personId: string, keep: string | null): Promise<void> {
  // First what is only on its way to a session: `complete` in factors/entering.ts counts on it.
  await db.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId))
  const ofPerson = eq(sessions.personId, personId)
  await db.delete(sessions).where(keep ? and(ofPerson, ne(sessions.publicId, keep)) : ofPerson)
  await forgetMarks(db, [personId])
}

/** Every session of these people. */
export async function endSessionsOfAll(tx: Tx, personIds: string[]): Promise<void> {
  await tx.delete(sessions).where(among(sessions.personId, personIds))
  await forgetMarks(tx, personIds)
}

export async function sweepSessions(db: Db): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now()))
}

export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url")

/** Up to the next full week since the epoch: an expiry that says nothing about the minute of the last request. */
function roundToWeek(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / WEEK) * WEEK)
}

/** Not the provider's statement, which is long, and asked for at signing out alone. */
const { publicId, device, signedInOn, personId, expiresAt } = getTableColumns(sessions)
const READ = { publicId, device, signedInOn, personId, expiresAt }

const findSession = statement((reader) =>
  reader
    .select({
      session: READ,
      active: people.active,
      slug: providers.slug,
      minutes: providers.recheckMinutes,
      person: actorColumns,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(providers, eq(providers.id, sessions.providerId))
    .where(eq(sessions.tokenHash, open("hash"))),
)

class HashingAdapter implements Adapter {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** The person comes with the roles and departments of this moment, so that changed ones hold at once. */
  async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await findSession(this.#db, { hash: hashToken(token) })
    if (!row) return [null, null]
    const { publicId, device, signedInOn, personId, expiresAt } = row.session
    const { slug, minutes } = row
    const asked = slug && minutes ? { slug, minutes } : null
    const attributes = { publicId, device, signedInOn, bond: UNBOUND, asked }
    const session = { id: token, userId: personId, expiresAt, attributes }
    return [session, row.active ? { id: personId, attributes: row.person } : null]
  }

  async getUserSessions(): Promise<DatabaseSession[]> {
    throw new Error("sessions are listed by listSessions(), without their tokens")
  }

  async setSession(session: DatabaseSession): Promise<void> {
    const { publicId, device, signedInOn, bond } = session.attributes
    only(
      await this.#db
        .insert(sessions)
        .values({
          tokenHash: hashToken(session.id),
          publicId,
          device,
          signedInOn,
          personId: session.userId,
          expiresAt: roundToWeek(session.expiresAt),
          ...bond,
        })
        .returning({ id: sessions.publicId }),
    )
  }

  async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
    await noteAside(
      this.#db
        .update(sessions)
        .set({ expiresAt: roundToWeek(expiresAt) })
        .where(eq(sessions.tokenHash, hashToken(token)))
        .execute(),
    )
  }

  async deleteSession(token: string): Promise<void> {
    await noteAside(
      this.#db
        .delete(sessions)
        .where(eq(sessions.tokenHash, hashToken(token)))
        .execute(),
    )
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#db.delete(sessions).where(eq(sessions.personId, userId))
  }

  async deleteExpiredSessions(): Promise<void> {
    await sweepSessions(this.#db)
  }
}
