import type { ComponentChildren } from "preact"
import { type AskedBack, type InHand, postAddress, type Unread } from "../../../server/forum/index.ts"
import { madeAt } from "../../../server/kernel/database.ts"
import type { NextDate } from "../../../server/qualification/course.ts"
import { Badge, Card, DateTime, type IconName, List, Meta, Row, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { LIST as PEOPLE } from "../accounts/people/fields.tsx"
import { whatOf } from "../notifications/what.ts"
import { When } from "../qualification/cohorts/when.tsx"
import { addressOfAssessment, addressOfStep } from "../qualification/path/address.ts"
import { shownTitle } from "../thread/shown-title.ts"
import { WantedBadge } from "./wanted.tsx"

type Named = { id: string; name: string }

/** What waits for the reader; without a department nothing of the forum does. */
export type ForYouProps = {
  personId: string
  askedBack?: AskedBack[]
  inHand?: InHand[]
  reviews?: number
  unread?: Unread[]
  nextDates: NextDate[]
  awaited: Named[]
  toApprove: Named[]
  roleRequestCount: number
  drafts: number
}

/** The first thing on the start page, for every role: what waits for the reader, then what is new for them. */
export function ForYou(props: ForYouProps) {
  const { t } = useReader()
  const words = t.lists.start.forYou
  const { unread = [] } = props
  const waiting = waitingFor(t, props)
  return (
    <Card
      id="fuer-sie"
      title={words.title}
      icon="star"
      tone={waiting.length > 0 ? "attention" : "plain"}
      actions={unread.length > 0 && <a href="/benachrichtigungen">{words.all}</a>}
    >
      {waiting.length === 0 && unread.length === 0 && <p class="ff-muted">{words.nothing}</p>}
      {waiting.length > 0 && (
        <List>
          {waiting.map((item) => (
            <WaitingRow {...item} key={item.href} />
          ))}
        </List>
      )}
      {unread.length > 0 && <News personId={props.personId} unread={unread} />}
    </Card>
  )
}

type Waiting = {
  href: string
  title: string
  /** Why it waits. */
  label: string
  icon: IconName
  wantedBy?: string | null
  meta?: ComponentChildren[]
}

function WaitingRow({ href, title, label, icon, wantedBy = null, meta }: Waiting) {
  return (
    <Row
      href={href}
      title={title}
      level={3}
      badges={
        <>
          <Badge kind="warning" icon={icon}>
            {label}
          </Badge>
          <WantedBadge question={{ state: "in-progress", wantedBy }} />
        </>
      }
      meta={meta && <Meta items={meta} />}
    />
  )
}

/** What others wait for comes first, then what one decides on, and last the date. */
function waitingFor(t: Texts, props: ForYouProps): Waiting[] {
  const words = t.lists.start.forYou
  const { askedBack = [], inHand = [], reviews = 0, awaited, toApprove, roleRequestCount, drafts } = props
  const some = (count: number, item: Waiting) => (count > 0 ? [item] : [])
  return [
    ...askedBack.map(({ id, title }): Waiting => {
      return { href: postAddress(id), title, label: words.askedBack, icon: "reply" }
    }),
    ...inHand.map(({ id, title, wantedBy }): Waiting => {
      return { href: `/fragen/${id}`, title, label: words.inHand, icon: "person", wantedBy }
    }),
    ...some(reviews, {
      href: "/offene-fragen/zu-pruefen",
      title: words.reviews(reviews),
      label: words.review,
      icon: "flag",
    }),
    ...awaited.map(({ id, name }): Waiting => {
      return { href: `/abstimmungen/${id}`, title: name, label: words.agreement, icon: "check-circle" }
    }),
    ...toApprove.map(({ id, name }): Waiting => {
      const href = `/lerngruppen/${id}/rueckmeldung`
      return { href, title: words.report(name), label: words.approval, icon: "check-circle" }
    }),
    ...some(roleRequestCount, {
      href: `${PEOPLE}#antraege`,
      title: words.roleRequests(roleRequestCount),
      label: words.roleRequest,
      icon: "person",
    }),
    ...some(drafts, {
      href: "/verwaltung/struktur",
      title: words.drafts(drafts),
      label: words.approval,
      icon: "category",
    }),
    ...props.nextDates.map((date) => dateOf(t, date)),
  ]
}

function dateOf(t: Texts, date: NextDate): Waiting {
  const { cohortId, title, cohort, place, link } = date
  const closing = { assessment: addressOfAssessment(cohortId), certificate: `/lerngruppen/${cohortId}` }
  return {
    href: addressOfStep(date, closing),
    title,
    label: t.lists.start.forYou.date,
    icon: "calendar",
    meta: [
      <When step={date} />,
      cohort,
      place,
      link && (
        <a href={link} rel="noreferrer">
          {t.qualification.path.join}
        </a>
      ),
    ],
  }
}

/** A small script marks what is newer than the last visit: when that was, only the browser knows. */
function News({ personId, unread }: { personId: string; unread: Unread[] }) {
  const { t } = useReader()
  const words = t.lists.start.forYou
  return (
    <>
      <h3>{words.unread}</h3>
      <List label={words.unread} data={{ "data-since": personId, "data-since-words": words.since }}>
        {unread.map(({ id, postId, title, ...entry }) => (
          <Row
            key={id}
            href={postAddress(postId)}
            title={shownTitle(t, title)}
            meta={<Meta items={[whatOf(t, entry), <DateTime value={madeAt(id)} format="relative" />]} />}
          />
        ))}
      </List>
    </>
  )
}
