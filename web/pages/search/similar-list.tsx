import type { ComponentChildren } from "preact"
import { QUESTION_STATES } from "../../../server/forum/index.ts"
import type { Similar } from "../../../server/search/index.ts"
import { Badge, Day, Meta, StateBadge, useReader } from "../../layout/index.ts"
import { Marked } from "./hit.tsx"

type Props = {
  items: Similar[]
  label: string
  level: 2 | 3
  /** What can be done with one. */
  action: (item: Similar) => ComponentChildren
}

export const similarPath = ({ kind, threadId }: Similar) =>
  kind === "question" ? `/fragen/${threadId}` : `/gute-praxis/${threadId}`

/** Threads that resemble something, the answered ones first: short, so that five can be taken in at a glance. */
export function SimilarList({ items, label, level, action }: Props) {
  return (
    <ul class="ff-similar__list" aria-label={label}>
      {items.map((item) => (
        <SimilarItem item={item} level={level} action={action(item)} key={item.threadId} />
      ))}
    </ul>
  )
}

function SimilarItem({ item, level, action }: { item: Similar; level: 2 | 3; action: ComponentChildren }) {
  const { t } = useReader()
  const Title = `h${level}` as "h2" | "h3"
  return (
    <li class="ff-similar__item" data-thread={item.threadId}>
      <Title class="ff-similar__title">{item.title}</Title>
      <div class="ff-row__foot">
        <Marks item={item} />
        <Meta
          items={[
            item.category,
            item.legalStatusDate && (
              <>
                {t.similar.legalStatus} <Day value={item.legalStatusDate} />
              </>
            ),
          ]}
        />
      </div>
      {item.passage.length > 0 && (
        <p class="ff-similar__passage">
          <Marked pieces={item.passage} />
        </p>
      )}
      <div class="ff-similar__actions">{action}</div>
    </li>
  )
}

function Marks({ item }: { item: Similar }) {
  const { t } = useReader()
  // What resembles most may be an answer, which has no state of its own.
  const told = item.state ?? (item.kind === "question" && item.answered ? "answered" : null)
  const state = QUESTION_STATES.find((one) => one === told)
  return (
    <>
      {item.kind === "best-practice" && <Badge icon="share">{t.similar.practice}</Badge>}
      {state && <StateBadge state={state} />}
      {item.official && (
        <Badge kind="official" icon="official">
          <span>
            <span class="kern-sr-only">{t.shell.official.label}: </span>
            {item.official}
          </span>
        </Badge>
      )}
      {item.outdated && (
        <Badge kind="warning" icon="flag">
          {t.shell.official.outdated}
        </Badge>
      )}
    </>
  )
}
