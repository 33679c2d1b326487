import type { ComponentChildren } from "preact"
import type { Static } from "typebox"
import {
  type BestPracticeRow,
  type listLatestOfficial,
  postAddress,
  type QuestionRow,
} from "../../../server/forum/index.ts"
import { Badge, Count, DateTime, Day, Meta, Row, StateBadge, useReader } from "../../layout/index.ts"
import { shownTitle } from "../thread/shown-title.ts"
import { WantedBadge } from "./wanted.tsx"

export type Question = Static<typeof QuestionRow>
export type Practice = Static<typeof BestPracticeRow>
type Official = Awaited<ReturnType<typeof listLatestOfficial>>["items"][number]
type Shown = {
  level?: 2 | 3
  /** In a list of one's own posts nobody needs to read by whom they are. */
  own?: boolean
  /** The category whose page it is; only what is in one of its parts says in which. */
  within?: string
}

/** A question as readers find it: state, category, who asked when, how many answers. */
export function QuestionItem({ question, level, own, within }: { question: Question } & Shown) {
  const { t } = useReader()
  const { id, title, category, author, createdAt, answerCount, sameCount } = question
  return (
    <Row
      href={`/fragen/${id}`}
      title={title}
      {...(level && { level })}
      badges={
        <>
          <StateBadge state={question.state} />
          <WantedBadge question={question} />
          <PostBadges {...question} />
        </>
      }
      meta={
        <Meta
          items={[
            within !== category.id && <CategoryLink {...category} />,
            !own && authorOf(t.lists.row.me, author),
            <DateTime value={createdAt} format="relative" />,
          ]}
        />
      }
      aside={
        <>
          <Count icon="comment">{t.lists.row.answers(answerCount)}</Count>
          {sameCount > 0 && <Count icon="people">{t.lists.row.same(sameCount)}</Count>}
        </>
      }
    />
  )
}

export function PracticeItem({ practice, level, own, within }: { practice: Practice } & Shown) {
  const { t } = useReader()
  const { id, title, category, author, createdAt, reusedCount, helpfulCount, commentCount } = practice
  return (
    <Row
      href={`/gute-praxis/${id}`}
      title={title}
      {...(level && { level })}
      badges={<PostBadges {...practice} />}
      meta={
        <Meta
          items={[
            within !== category.id && <CategoryLink {...category} />,
            !own && authorOf(t.lists.row.me, author),
            <DateTime value={createdAt} format="relative" />,
          ]}
        />
      }
      aside={
        <>
          {reusedCount > 0 && <Count icon="reuse">{t.lists.row.reused(reusedCount)}</Count>}
          {helpfulCount > 0 && <Count icon="helpful">{t.lists.row.helpful(helpfulCount)}</Count>}
          {commentCount > 0 && <Count icon="comment">{t.lists.row.comments(commentCount)}</Count>}
        </>
      }
    />
  )
}

/** An official answer, by the title of its question. */
export function OfficialItem({ answer }: { answer: Official }) {
  const { t } = useReader()
  const { id, title, category, department, legalStatusDate, needsReview, createdAt } = answer
  return (
    <Row
      href={postAddress(id)}
      title={shownTitle(t, title)}
      badges={
        needsReview && (
          <Badge kind="warning" icon="flag">
            {t.shell.official.outdated}
          </Badge>
        )
      }
      meta={
        <Meta
          items={[
            department.name,
            <CategoryLink {...category} />,
            legalStatusDate && (
              <>
                {t.lists.row.legalStatus} <Day value={legalStatusDate} />
              </>
            ),
            <DateTime value={createdAt} format="relative" />,
          ]}
        />
      }
    />
  )
}

export const CategoryLink = ({ id, name }: { id: string; name: string }): ComponentChildren => (
  <a href={`/kategorien/${id}`}>{name}</a>
)

/** "Petra Huber (Wohngeld)": the department tells more than the name in a large office. */
export function authorOf(me: string, { name, departments, isMe }: Question["author"]): string {
  if (isMe) return me
  return departments.length > 0 ? `${name} (${departments.join(", ")})` : name
}

/** Only its author (or who may moderate it) sees such a post in a list, and should know why others do not. */
function PostBadges({ hidden, withdrawn }: { hidden: boolean; withdrawn: boolean }) {
  const { t } = useReader()
  return (
    <>
      {hidden && (
        <Badge kind="danger" icon="hide">
          {t.lists.row.hidden}
        </Badge>
      )}
      {withdrawn && <Badge icon="trash">{t.lists.row.withdrawn}</Badge>}
    </>
  )
}
