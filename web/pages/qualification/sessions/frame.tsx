import type { ComponentChildren } from "preact"
import type { SessionView } from "../../../../server/qualification/meet.ts"
import { Facts } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"
import { CohortTrail } from "../trail.tsx"

/** Qualification › cohort › this session › what lies below it. */
export function SessionTrail({ t, session, here }: { t: Texts; session: SessionView; here?: string }) {
  const own = here ? { label: session.title, href: `/termine/${session.id}` } : { label: session.title }
  return <CohortTrail t={t} cohort={session.cohort} below={here ? [own, { label: here }] : [own]} />
}

/** When, where, and how to take part from afar. */
export function WhenAndWhere({ t, session }: { t: Texts; session: SessionView }) {
  const words = t.qualification.sessions
  const facts: { label: string; value: ComponentChildren }[] = [
    { label: words.when, value: <When step={session} /> },
  ]
  if (session.place) facts.push({ label: words.where, value: session.place })
  if (session.link) facts.push({ label: words.link, value: <Address link={session.link} /> })
  if (session.dialIn) facts.push({ label: words.dialIn, value: session.dialIn })
  return <Facts facts={facts} />
}

/** Only addresses of the web become links. */
function Address({ link }: { link: string }) {
  if (!/^https?:\/\//.test(link)) return <span>{link}</span>
  return (
    <a href={link} rel="noreferrer">
      {link}
    </a>
  )
}
