import { postAddress, QUESTION_STATES } from "../../../server/forum/index.ts"
import type { Hit } from "../../../server/search/index.ts"
import { Badge, DateTime, Day, Icon, type IconName, Meta, StateBadge, useReader } from "../../layout/index.ts"
import { CategoryLink } from "../lists/rows.tsx"
import { shownTitle } from "../thread/shown-title.ts"
import { addressOfTag } from "./address.ts"

const ICONS: Record<Hit["kind"], IconName> = {
  question: "question",
  "official-answer": "official",
  answer: "reply",
  "best-practice": "share",
  comment: "comment",
}

/** One result: what it is and where, its title, the passage that matches, and how far it can be relied on. */
export function HitItem({ hit }: { hit: Hit }) {
  const { t } = useReader()
  return (
    <li class="ff-row ff-hit">
      <div class="ff-row__main">
        <p class={`ff-hit__kind${hit.kind === "official-answer" ? " ff-hit__kind--official" : ""}`}>
          <Icon name={ICONS[hit.kind]} size={16} />
          {t.search.kinds[hit.kind]}
        </p>
        <h3 class="ff-row__title">
          <a href={pathOf(hit)}>{hit.title.length > 0 ? <Marked pieces={hit.title} /> : shownTitle(t, "")}</a>
        </h3>
        {hit.passage.length > 0 && (
          <p class="ff-hit__passage">
            <Marked pieces={hit.passage} />
          </p>
        )}
        <div class="ff-row__foot">
          <Marks hit={hit} />
          <Facts hit={hit} />
        </div>
        <Others hit={hit} />
      </div>
    </li>
  )
}

/** What else of the thread fits, folded away. */
function Others({ hit }: { hit: Hit }) {
  const { t } = useReader()
  const words = t.search.results
  const { items, count } = hit.others
  if (count === 0) return null
  const title = shownTitle(t, hit.title.map(({ text }) => text).join(""))
  const rest = count - items.length
  return (
    <details class="ff-others">
      <summary>
        <Icon name="arrow-down" size={16} />
        <span>
          {words.others(count)} <span class="kern-sr-only">{words.othersOf(title)}</span>
        </span>
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={pathOf({ ...hit, ...item })}>{t.search.kinds[item.kind]}</a>
            {item.official && <span class="ff-muted">, {item.official}</span>}
            {item.passage.length > 0 && (
              <>
                {": "}
                <Marked pieces={item.passage} />
              </>
            )}
          </li>
        ))}
        {rest > 0 && <li class="ff-muted">{words.further(rest)}</li>}
      </ul>
    </details>
  )
}

/** Pieces of text; what was looked for stands out. */
export function Marked({ pieces }: { pieces: Hit["title"] }) {
  return <>{pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>
}

/** A thread from its beginning; whatever belongs to it at its place there, which only its own address knows. */
function pathOf({ id, kind, thread }: Pick<Hit, "id" | "kind" | "thread">): string {
  if (kind !== "question" && kind !== "best-practice") return postAddress(id)
  return thread.kind === "question" ? `/fragen/${thread.id}` : `/gute-praxis/${thread.id}`
}

function Marks({ hit }: { hit: Hit }) {
  const { t } = useReader()
  const state = QUESTION_STATES.find((one) => one === hit.state)
  return (
    <>
      {state && <StateBadge state={state} />}
      {hit.duplicate && state !== "duplicate" && <StateBadge state="duplicate" />}
      {hit.official && (
        <Badge kind="official" icon="official">
          <span>
            <span class="kern-sr-only">{t.shell.official.label}: </span>
            {hit.official}
          </span>
        </Badge>
      )}
      {hit.accepted && hit.kind !== "question" && (
        <Badge kind="success" icon="check">
          {t.search.results.accepted}
        </Badge>
      )}
      {hit.outdated && (
        <Badge kind="warning" icon="flag">
          {t.shell.official.outdated}
        </Badge>
      )}
    </>
  )
}

function Facts({ hit }: { hit: Hit }) {
  const { t } = useReader()
  const words = t.search.results
  return (
    <Meta
      items={[
        <CategoryLink {...hit.category} />,
        hit.legalStatusDate && (
          <>
            {words.legalStatus} <Day value={hit.legalStatusDate} />
          </>
        ),
        <DateTime value={hit.createdAt} format="relative" />,
        hit.tags.length > 0 && <Tags tags={hit.tags} />,
      ]}
    />
  )
}

function Tags({ tags }: { tags: string[] }) {
  const { t } = useReader()
  return (
    <>
      <span class="kern-sr-only">{t.search.results.tags} </span>
      {tags.map((tag, index) => (
        <span key={tag}>
          {index > 0 && ", "}
          <a href={addressOfTag(tag)}>{tag}</a>
        </span>
      ))}
    </>
  )
}
