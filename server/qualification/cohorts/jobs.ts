import { and, eq } from "drizzle-orm"
import { findActor, findMailAddress, readInstallation } from "../../accounts/index.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import type { Jobs, Payload } from "../../kernel/jobs.ts"
import { type Post, senderIn } from "../../kernel/mail.ts"
import { now } from "../../kernel/time.ts"
import { invitationPart } from "./calendar.ts"
import { QUEUE } from "./invitations.ts"
import { type Changes, isChange, sessionMail, titleWithoutContent } from "./mails.ts"
import { type Coming, comingTo, entryOf, findSession, type Session, seenAs } from "./sessions.ts"
import { cohortInvitations } from "./tables.ts"

type Parts = { jobs: Jobs; db: Db; post: Post; config: Pick<Config, "publicUrl" | "mailFrom"> }

export function cohortJobs(parts: Parts): void {
  parts.jobs.declare(QUEUE, async (payload) => {
    const { cohortStepId, personId } = payload
    const coming = payload.coming === "manager" ? "manager" : "attendee"
    if (cohortStepId && personId) await deliver(parts, { cohortStepId, personId, coming }, changesIn(payload))
  })
}

/** Who is told, and as what they come. */
type Told = { cohortStepId: string; personId: string; coming: Coming }

/** Reads the state as it is now: who left, or whose session was cancelled, is told that it is off. */
async function deliver({ db, post, config }: Parts, told: Told, changes: Changes): Promise<void> {
  const { cohortStepId, personId, coming } = told
  const found = await findSession(db, cohortStepId)
  const reader = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  if (!found || !reader || !to || found.endsAt < now()) return
  const session = seenAs(found, coming, reader.locale)
  const belongs = await isInvited(db, session, told)
  const { name, mailWithoutContent } = await readInstallation(db)
  const isCancelled = session.cancelledAt !== null || !belongs
  const entry = { ...entryOf(session, config.publicUrl), isCancelled }
  const shown = mailWithoutContent
    ? { ...entry, title: titleWithoutContent(reader.locale), place: "", description: "" }
    : entry
  const organizer = { name, email: senderIn(config.mailFrom).address }
  await post.send({
    to,
    ...sessionMail(reader.locale, {
      session,
      isCancelled,
      belongs,
      // What it was before is said of the whole session only.
      changes: coming === "manager" ? { ...changes, former: null } : changes,
      url: entry.url,
      mailWithoutContent,
    }),
    calendar: invitationPart(shown, organizer, { name: reader.displayName, email: to }),
    key: [
      "session",
      session.id,
      entry.sequence,
      isCancelled ? "off" : "on",
      personId,
      ...(coming === "manager" ? [coming] : []),
    ],
    about: session.id,
  })
}

function changesIn({ changed, formerStart, formerEnd }: Payload): Changes {
  const former =
    formerStart && formerEnd ? { startsAt: new Date(formerStart), endsAt: new Date(formerEnd) } : null
  return { names: (changed ?? "").split(",").filter(isChange), former }
}

async function isInvited(reader: Reader, { cohort }: Session, { personId, coming }: Told): Promise<boolean> {
  const rows = await reader
    .select({ personId: cohortInvitations.personId })
    .from(cohortInvitations)
    .where(and(eq(cohortInvitations.cohortId, cohort.id), eq(cohortInvitations.personId, personId)))
  return rows.length > 0 && (await comingTo(reader, cohort.id)).get(personId) === coming
}
