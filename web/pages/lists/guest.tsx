import type { AnnouncementRow } from "../../../server/announcements/index.ts"
import { type Actor, has } from "../../../server/kernel/actor.ts"
import { Card, PageTitle, useReader } from "../../layout/index.ts"
import { CurrentAnnouncements } from "../announcements/current.tsx"
import { ForYou } from "./for-you.tsx"
import type { findWaiting } from "./waiting.ts"

type Props = {
  actor: Actor
  announcements: AnnouncementRow[]
  waiting: Awaited<ReturnType<typeof findWaiting>>
}

/** The start page of people without a department: why it is empty, and what they can do here. */
export function Guest({ actor, announcements, waiting }: Props) {
  const { t } = useReader()
  const words = t.lists.guest
  const announces = has(actor, "lead") || has(actor, "admin")
  const administers = (["admin", "editor", "lead"] as const).some((role) => has(actor, role))
  return (
    <>
      <PageTitle>{t.lists.start.greeting(actor.displayName)}</PageTitle>
      <ForYou personId={actor.id} {...waiting} />
      <p>{words.text}</p>
      {has(actor, "facilitator") && <p>{words.facilitator}</p>}
      <CurrentAnnouncements items={announcements} personId={actor.id} />
      <Card id="was-nun" title={words.whatNow} icon="arrow-right">
        <ul class="ff-links">
          {announces && (
            <li>
              <a href="/ankuendigungen">{words.announcements}</a>
            </li>
          )}
          {administers && (
            <li>
              <a href="/verwaltung">{words.administration}</a>
            </li>
          )}
          <li>
            <a href="/profil">{words.profile}</a>
          </li>
          <li>
            <a href="/hilfe">{words.help}</a>
          </li>
        </ul>
      </Card>
      <p class="ff-muted">{words.access}</p>
    </>
  )
}
