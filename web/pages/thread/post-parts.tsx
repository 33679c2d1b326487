import type { Static } from "typebox"
import type { AnswerView, BestPracticeView, CommentView, QuestionView } from "../../../server/forum/index.ts"
import { type Attachment, formatBytes } from "../../attachments.tsx"
import { Alert, DateTime, Icon, Meta, useReader } from "../../layout/index.ts"

export type Question = Static<typeof QuestionView>
export type Answer = Static<typeof AnswerView>
export type RemarkView = Static<typeof CommentView>
export type BestPractice = Static<typeof BestPracticeView>
type Written = Pick<Answer, "author" | "createdAt" | "editedAt">
type Moderated = Pick<Answer, "author" | "hidden" | "hiddenReason" | "withdrawn">

/** Author · departments · time. */
export function PostMeta({ post }: { post: Written }) {
  const { t } = useReader()
  const { name, departments, isMe } = post.author
  return (
    <Meta
      items={[
        <strong key="author">{isMe ? `${name} (${t.thread.me})` : name}</strong>,
        departments.join(", "),
        <DateTime value={post.createdAt} format="relative" key="created" />,
        post.editedAt && (
          <span key="edited">
            {t.thread.edited} <DateTime value={post.editedAt} format="relative" />
          </span>
        ),
      ]}
    />
  )
}

/** Why a post looks different: it is hidden or withdrawn. */
export function StandingNotice({ post }: { post: Moderated }) {
  const words = useReader().t.thread.notices
  if (post.hidden)
    return (
      <Alert kind="warning" title={words.hiddenTitle}>
        <p>{words.hidden}</p>
        {post.hiddenReason && <p>{words.hiddenReason(post.hiddenReason)}</p>}
      </Alert>
    )
  if (post.withdrawn)
    return (
      <Alert kind="info" title={words.withdrawnTitle}>
        <p>{post.author.isMe ? words.withdrawnMine : words.withdrawn}</p>
      </Alert>
    )
  return null
}

/** Images are shown, other files named with type and size. */
export function AttachmentList({ files }: { files: Attachment[] }) {
  const { t } = useReader()
  if (files.length === 0) return null
  return (
    <ul class="ff-attachments" aria-label={t.thread.attachments.label}>
      {files.map((file) => (
        <li key={file.id}>{file.image ? <Picture file={file} /> : <Download file={file} />}</li>
      ))}
    </ul>
  )
}

function Picture({ file }: { file: Attachment }) {
  const words = useReader().t.thread.attachments
  return (
    <a href={`/anhaenge/${file.id}`}>
      <img
        src={`/anhaenge/${file.id}`}
        alt={file.alternative || words.image(file.name)}
        {...shownSize(file)}
        loading="lazy"
      />
      <span class="kern-sr-only">, {words.open}</span>
    </a>
  )
}

function Download({ file }: { file: Attachment }) {
  const { t, locale } = useReader()
  const ending = file.name.includes(".") ? file.name.split(".").at(-1)?.toUpperCase() : null
  const facts = [ending, formatBytes(file.bytes, locale)].filter(Boolean).join(", ")
  return (
    <a href={`/anhaenge/${file.id}`} download>
      <Icon name="download" size={16} />
      <span>
        {file.name} ({facts})<span class="kern-sr-only"> {t.thread.attachments.download}</span>
      </span>
    </a>
  )
}

const LARGEST = { width: 320, height: 160 }

/** The size that it takes on the page, known before it is loaded: nothing jumps. */
function shownSize({ width, height }: Attachment) {
  if (!width || !height) return {}
  const scale = Math.min(1, LARGEST.width / width, LARGEST.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
