import type { Static } from "typebox"
import {
  type AnswerView,
  type BestPracticeView,
  type CommentView,
  fitInto,
  picturesIn,
  type QuestionView,
} from "../../../server/forum/index.ts"
import { type Attachment, formatBytes, HeldFile } from "../../attachments.tsx"
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

/**
 * Pictures in a row, other files below each other, named with type and size.
 * @param text sanitised HTML of the post: a picture that it shows already stands only there
 */
export function AttachmentList({ files, text }: { files: Attachment[]; text: string }) {
  const words = useReader().t.thread.attachments
  const placed = picturesIn(text)
  const pictures = files.filter(({ id, image }) => image && !placed.has(id))
  const documents = files.filter(({ image }) => !image)
  return (
    <>
      {pictures.length > 0 && (
        <ul class="ff-pictures" aria-label={words.pictures}>
          {pictures.map((file) => (
            <li key={file.id}>
              <Picture file={file} />
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul class="ff-attachments" aria-label={words.label}>
          {documents.map((file) => (
            <li key={file.id}>
              <Download file={file} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** In the row. The place for it is there before it is loaded: nothing jumps. */
const LARGEST = { width: 320, height: 160 }

function Picture({ file }: { file: Attachment }) {
  const words = useReader().t.thread.attachments
  if (file.check !== "clean") return <HeldFile name={file.alternative || file.name} check={file.check} />
  return (
    <a href={`/anhaenge/${file.id}`}>
      <img
        src={`/anhaenge/${file.id}`}
        alt={file.alternative || words.image(file.name)}
        {...fitInto(file, LARGEST)}
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
  if (file.check !== "clean") return <HeldFile name={`${file.name} (${facts})`} check={file.check} />
  return (
    <a href={`/anhaenge/${file.id}`} download>
      <Icon name="download" size={16} />
      <span>
        {file.name} ({facts})<span class="kern-sr-only"> {t.thread.attachments.download}</span>
      </span>
    </a>
  )
}
