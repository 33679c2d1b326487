import type { ComponentChildren } from "preact"
import { Badge } from "./blocks.tsx"
import { useReader } from "./context.ts"
import { Day } from "./dates.tsx"
import { WorkingDay } from "./days-off.tsx"
import { Icon } from "./icon.tsx"

type PostKind = "question" | "answer" | "best-practice"

export type PostProps = {
  id: string
  kind: PostKind
  /** Names the article for those who jump between headings, e.g. "Antwort von Frau Huber". */
  heading: string
  /** The heading is spoken and not shown, unless the post shows it. */
  showHeading?: boolean
  level?: 2 | 3
  meta: ComponentChildren
  badges?: ComponentChildren
  /** Stands between head and body: hidden, outdated, withdrawn. */
  notice?: ComponentChildren
  children: ComponentChildren
  attachments?: ComponentChildren
  actions?: ComponentChildren
  comments?: ComponentChildren
  accepted?: boolean
}

/** One contribution of a thread. An official answer stands inside `<OfficialBox>` in its place. */
export function Post(props: PostProps) {
  return (
    <article class={`ff-post ff-post--${props.kind}`} id={props.id} aria-labelledby={`${props.id}-titel`}>
      <PostContent {...props} />
    </article>
  )
}

type OfficialProps = PostProps & {
  department: string
  legalStatus?: string | null
  review?: string | null
  needsReview?: boolean
}

/** The answer of the responsible department: told by a label, a seal and a frame, not by colour alone. */
export function OfficialBox(props: OfficialProps) {
  const { t } = useReader()
  const words = t.shell.official
  return (
    <article class="ff-post ff-post--official" id={props.id} aria-labelledby={`${props.id}-titel`}>
      <div class="ff-official">
        <p class="ff-official__label">
          <Icon name="official" size={24} />
          <span>
            {words.label}
            <span class="ff-official__department">{props.department}</span>
          </span>
        </p>
        <dl class="ff-official__facts">
          <OfficialDay label={words.legalStatus} day={props.legalStatus} />
          <OfficialDay label={words.review} day={props.review} isForWork />
        </dl>
        {props.needsReview && (
          <Badge kind="warning" icon="flag">
            {words.outdated}
          </Badge>
        )}
      </div>
      <PostContent {...props} />
    </article>
  )
}

function OfficialDay(props: { label: string; day?: string | null | undefined; isForWork?: boolean }) {
  const { label, day, isForWork } = props
  if (!day) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isForWork ? <WorkingDay value={day} /> : <Day value={day} />}</dd>
    </div>
  )
}

function PostContent(props: PostProps) {
  const Heading = `h${props.level ?? 2}` as "h2" | "h3"
  return (
    <>
      <header class="ff-post__head">
        <Heading class={props.showHeading ? "ff-post__title" : "kern-sr-only"} id={`${props.id}-titel`}>
          {props.heading}
        </Heading>
        {props.meta}
        {props.badges && <div class="ff-post__badges">{props.badges}</div>}
      </header>
      {props.notice}
      <div class="ff-post__body">{props.children}</div>
      {props.attachments}
      {props.actions && <div class="ff-post__actions">{props.actions}</div>}
      {props.comments}
    </>
  )
}

/** Short remarks under a post, folded away above `open`. */
export function Comments(props: {
  count: number
  /** Instead of the number, where there are more than stand here. */
  summary?: string | undefined
  open?: boolean
  children: ComponentChildren
  form?: ComponentChildren
}) {
  const { t } = useReader()
  if (props.count === 0) return props.form ? <div class="ff-comments">{props.form}</div> : null
  return (
    <details class="ff-comments" open={props.open ?? props.count <= 3}>
      <summary>
        <Icon name="comment" size={16} />
        {props.summary ?? t.shell.comments(props.count)}
      </summary>
      <ol class="ff-comments__list">{props.children}</ol>
      {props.form}
    </details>
  )
}

export function Comment(props: {
  id: string
  meta: ComponentChildren
  children: ComponentChildren
  actions?: ComponentChildren
}) {
  return (
    <li class="ff-comment" id={props.id}>
      <div class="ff-comment__body">{props.children}</div>
      <div class="ff-comment__foot">
        {props.meta}
        {props.actions}
      </div>
    </li>
  )
}

/** Only on paper: where this thread is found again. */
export function PrintAddress({ url }: { url: string }) {
  const { t } = useReader()
  return (
    <p class="ff-print-only">
      {t.shell.permanentAddress}: {url}
    </p>
  )
}
