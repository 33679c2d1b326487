import { ActionButton, Count, Disclosure, LinkButton, useReader } from "../../layout/index.ts"
import type { Answer } from "./post-parts.tsx"

type Marked = {
  action: string
  /** Whose post it is, for those who hear the button by itself. */
  author: string
  isMarked: boolean
  count: number
  may: boolean
}

/** A vote that can be taken back; who may not vote sees the number. */
export function HelpfulButton({ action, author, isMarked, count, may }: Marked) {
  const { t } = useReader()
  if (!may) return count > 0 ? <Count icon="helpful">{t.thread.actions.helpfulCount(count)}</Count> : null
  return (
    <ActionButton
      action={action}
      hidden={{ marked: String(!isMarked) }}
      icon="helpful"
      pressed={isMarked}
      context={t.thread.toPostBy(author)}
    >
      {t.thread.actions.helpful(count)}
    </ActionButton>
  )
}

type Owned = {
  id: string
  author: Answer["author"]
  hidden: boolean
  can: Pick<Answer["can"], "edit" | "withdraw" | "restore" | "moderate" | "show">
  editHref: string
}

/** What authors and moderators can do; what is rare stays folded away. */
export function OwnActions({ id, author, hidden, can, editHref }: Owned) {
  const { t } = useReader()
  const words = t.thread.actions
  const context = t.thread.ofPostBy(author.name)
  const base = `/beitraege/${id}`
  return (
    <>
      {can.edit && (
        <LinkButton href={editHref} kind="tertiary" small icon="edit" context={context}>
          {words.edit}
        </LinkButton>
      )}
      {can.restore && (
        <ActionButton action={`${base}/wiederherstellen`} icon="reuse" context={context}>
          {words.restore}
        </ActionButton>
      )}
      {can.show && (
        <ActionButton action={`${base}/einblenden`} icon="hide" context={context}>
          {words.show}
        </ActionButton>
      )}
      {(can.withdraw || can.moderate) && (
        <Disclosure quiet summary={<More author={author.name} />}>
          <div class="ff-buttons">
            {can.withdraw && (
              <ActionButton
                action={`${base}/zurueckziehen`}
                icon="trash"
                confirm={words.withdrawConfirm}
                context={context}
              >
                {words.withdraw}
              </ActionButton>
            )}
            {can.moderate && !hidden && (
              <LinkButton href={`${base}/ausblenden`} kind="tertiary" small icon="hide" context={context}>
                {words.hide}
              </LinkButton>
            )}
            {can.moderate && (
              <LinkButton href={`${base}/schwaerzen`} kind="tertiary" small icon="lock" context={context}>
                {words.redact}
              </LinkButton>
            )}
          </div>
        </Disclosure>
      )}
    </>
  )
}

function More({ author }: { author: string }) {
  const { t } = useReader()
  return (
    <>
      {t.thread.actions.more} <span class="kern-sr-only">{t.thread.toPostBy(author)}</span>
    </>
  )
}
