import type { ConversationView } from "../../../server/conversations/index.ts"
import { formatBytes, HeldFile } from "../../attachments.tsx"
import { Badge, DateTime, Icon, Prose, TwoSteps, useReader } from "../../layout/index.ts"
import { anchorOf, LIST, NEWS } from "./address.ts"

type Message = ConversationView["messages"][number]

/** What others write comes in by itself; where it begins that is new to the reader is marked. */
export function Messages({ conversation }: { conversation: ConversationView }) {
  const { t } = useReader()
  const words = t.conversations
  const { id, messages, readTo } = conversation
  const firstNew = messages.find(({ number, author }) => number > readTo && !author.isMe)
  return (
    <div id="nachrichten-live" data-live={`conversation:${id}`}>
      <h2 class="kern-sr-only">{words.messages}</h2>
      {messages.length === 0 ? (
        <p class="ff-muted">{words.nothingYet}</p>
      ) : (
        <ol class="ff-checklist">
          {messages.map((message) => (
            <One key={message.id} message={message} isFirstNew={message === firstNew} />
          ))}
        </ol>
      )}
      {!firstNew && <div id={NEWS} />}
    </div>
  )
}

function One({ message, isFirstNew }: { message: Message; isFirstNew: boolean }) {
  const { t } = useReader()
  const words = t.conversations
  const { id, author, at, html, files, can } = message
  return (
    <li id={anchorOf(id)}>
      {isFirstNew && (
        <p id={NEWS}>
          <Badge kind="info">{words.fromHere}</Badge>
        </p>
      )}
      <p>
        <strong>{author.isMe ? words.you(author.name) : author.name}</strong>{" "}
        <span class="kern-hint">
          <DateTime value={at} format="datetime" />
        </span>
      </p>
      {author.blocked ? <p class="ff-muted">{words.blockedMessage}</p> : <Prose html={html} level={3} />}
      {files.length > 0 && (
        <ul class="ff-attachments">
          {files.map((file) => (
            <li key={file.id}>
              <Download file={file} />
            </li>
          ))}
        </ul>
      )}
      {can.remove && (
        <TwoSteps
          summary={words.remove}
          text={words.removeText}
          now={words.removeNow}
          action={`${LIST}/nachrichten/${id}/loeschen`}
          small
        />
      )}
    </li>
  )
}

function Download({ file }: { file: Message["files"][number] }) {
  const { t, locale } = useReader()
  const { id, name, image, bytes, check } = file
  if (check !== "clean") return <HeldFile name={name} check={check} />
  return (
    <a href={`${LIST}/dateien/${id}`} download={!image}>
      <Icon name="download" size={16} />
      <span>
        {name} ({formatBytes(bytes, locale)})
        {!image && <span class="kern-sr-only"> {t.thread.attachments.download}</span>}
      </span>
    </a>
  )
}
