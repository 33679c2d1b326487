import { SECTIONS } from "../../../server/forum/index.ts"
import {
  ActionButton,
  Breadcrumb,
  Card,
  Count,
  DateTime,
  Facts,
  PageTitle,
  Post,
  PrintAddress,
  Prose,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { FirstRemark, Remarks, type RemarksProps } from "./comments.tsx"
import { FollowThread } from "./following.tsx"
import { HelpfulButton, OwnActions } from "./post-actions.tsx"
import { AttachmentList, type BestPractice, PostMeta, StandingNotice } from "./post-parts.tsx"
import { Tags } from "./question-facts.tsx"
import type { Retry } from "./retry.ts"
import { categoryTrail, Failure, liveSince } from "./thread-frame.tsx"

type BestPracticePageProps = {
  practice: BestPractice
  retry: Retry | null
  /** Whether the comments are unfolded. */
  open: boolean
  address: string
}

export const bestPracticeTrail = (t: Texts, { category, parentCategory, title }: BestPractice) => (
  <Breadcrumb
    trail={[
      { label: t.shell.navigation.bestPractices, href: "/gute-praxis" },
      ...categoryTrail([parentCategory, category], t.shell.navigation.bestPractices),
      { label: title },
    ]}
  />
)

export function BestPracticePage({ practice, retry, open, address }: BestPracticePageProps) {
  const { t } = useReader()
  const { id, author } = practice
  const remarks: RemarksProps = {
    parentId: id,
    author: author.name,
    comments: practice.comments,
    next: practice.commentsNext,
    mayComment: practice.can.comment,
    open,
    level: 3,
  }
  return (
    <>
      <Failure retry={retry} />
      <PageTitle>{practice.title}</PageTitle>
      <PrintAddress url={address} />
      <div class="ff-thread-page" data-live-thread={id} data-live-since={liveSince()}>
        <div class="ff-thread">
          <Post
            id={id}
            kind="best-practice"
            heading={t.thread.bestPracticeBy(author.name)}
            meta={<PostMeta post={practice} />}
            notice={<StandingNotice post={practice} />}
            attachments={
              <AttachmentList files={practice.attachments} text={Object.values(practice.html).join("")} />
            }
            actions={<Actions practice={practice} remarks={remarks} />}
            comments={<Remarks {...remarks} />}
          >
            {(!practice.withdrawn || author.isMe) && <Sections practice={practice} />}
          </Post>
        </div>
        <aside class="ff-stack" aria-label={t.thread.facts.title}>
          <BestPracticeFacts practice={practice} />
          <FollowThread path={`/gute-praxis/${id}`} following={practice.following} />
        </aside>
      </div>
    </>
  )
}

function Sections({ practice }: { practice: BestPractice }) {
  const { t } = useReader()
  return (
    <>
      {SECTIONS.filter((section) => practice.html[section] !== "").map((section) => (
        <section key={section}>
          <h3>{t.thread.bestPractice[section]}</h3>
          <Prose html={practice.html[section]} level={4} />
        </section>
      ))}
    </>
  )
}

function Actions({ practice, remarks }: { practice: BestPractice; remarks: RemarksProps }) {
  const { t } = useReader()
  const words = t.thread.actions
  const { id, author, can, isReused, reusedCount } = practice
  return (
    <>
      {can.mark ? (
        <ActionButton
          action={`/gute-praxis/${id}/nachgenutzt`}
          hidden={{ marked: String(!isReused) }}
          icon="reuse"
          pressed={isReused}
          context={words.reusedHint}
        >
          {words.reused(reusedCount)}
        </ActionButton>
      ) : (
        reusedCount > 0 && <Count icon="reuse">{words.reusedCount(reusedCount)}</Count>
      )}
      <HelpfulButton
        action={`/beitraege/${id}/hilfreich`}
        author={author.name}
        isMarked={practice.isHelpful}
        count={practice.helpfulCount}
        may={can.mark}
      />
      <OwnActions
        id={id}
        author={author}
        hidden={practice.hidden}
        can={can}
        editHref={`/gute-praxis/${id}/bearbeiten`}
      />
      <FirstRemark {...remarks} />
    </>
  )
}

function BestPracticeFacts({ practice }: { practice: BestPractice }) {
  const { t } = useReader()
  const words = t.thread.facts
  const { tags, reusedCount, createdAt } = practice
  const facts = [
    { label: words.shared, value: <DateTime value={createdAt} format="datetime" /> },
    reusedCount > 0 && { label: words.reused, value: words.reusedCount(reusedCount) },
    tags.length > 0 && { label: words.tags, value: <Tags tags={tags} /> },
  ]
  return (
    <Card title={words.title} id="auf-einen-blick">
      <Facts facts={facts.filter((fact) => !!fact)} />
    </Card>
  )
}
