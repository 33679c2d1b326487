import type { Level } from "../../../server/forum/index.ts"
import { saysNothing } from "../../../server/search/index.ts"
import { Alert, EmptyState, LinkButton, List, Pager, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { type Asked, addressOf } from "./address.ts"
import { ChosenFilters, type FilterProps, Filters } from "./filters.tsx"
import { HitItem } from "./hit.tsx"
import { NothingFound, titleFrom, Unsearchable, unsearchableTitle } from "./nothing.tsx"
import { Spelling } from "./spelling.tsx"
import { LeftOut, UnderstoodSigns } from "./understood.tsx"

export type ResultsProps = FilterProps & {
  mayAsk: boolean
  /** How the reader follows the tag whose list it is; null for any other search. */
  tag: { tag: string; following: Level | null } | null
}

export function Results(props: ResultsProps) {
  const { t } = useReader()
  const { asked, found } = props
  if (!found.searched) return <Unsearchable asked={asked} found={found} />
  if (found.items.length === 0 && asked.after) return <PastTheEnd asked={asked} />
  return (
    <>
      <SubstituteNote {...props} />
      {asked.q && <LeftOut q={asked.q} found={found} signsOnly={saysNothing(found.understood)} />}
      {found.items.length === 0 ? (
        <NothingFound {...props} heading={resultsTitle(t, props)} />
      ) : (
        <Found {...props} />
      )}
    </>
  )
}

/** What the results are called, as their heading and in the title of the page. */
export const resultsTitle = (t: Texts, { asked, found }: Pick<FilterProps, "asked" | "found">) => {
  if (!found.searched) return unsearchableTitle(t, asked.q, found)
  if (saysNothing(found.understood))
    return found.items.length === 0 ? t.search.nothing.titleFiltered : t.search.results.listed(found.total)
  if (found.items.length === 0)
    return asked.q ? t.search.nothing.title(searchedFor(asked.q, found)) : t.search.nothing.titleFiltered
  return asked.q
    ? t.search.results.found(found.total, searchedFor(asked.q, found))
    : t.search.results.listed(found.total)
}

/** A name behind `von:` was not looked for. */
const searchedFor = (q: string, { understood }: FilterProps["found"]) =>
  understood.persons.length > 0 ? titleFrom(q) : q

function SubstituteNote({ found }: ResultsProps) {
  const { t } = useReader()
  if (!found.substitute) return null
  return (
    <Alert kind="info">
      <p>{t.search.substitute}</p>
    </Alert>
  )
}

function Found(props: ResultsProps) {
  const { t } = useReader()
  const { asked, found } = props
  return (
    <div class="ff-results">
      <div class="ff-results__head">
        <h2 id="ergebnisse">{resultsTitle(t, props)}</h2>
        <UnderstoodSigns found={found} />
        {hasWords(found) && <Order asked={asked} />}
        <Spelling asked={asked} found={found} />
        <ChosenFilters {...props} />
      </div>
      <Filters {...props} />
      <div class="ff-results__list ff-stack">
        <List label={t.search.results.list}>
          {found.items.map((hit) => (
            <HitItem hit={hit} key={hit.id} />
          ))}
        </List>
        <Pager
          next={found.next && addressOf({ ...asked, after: found.next })}
          first={asked.after ? addressOf({ ...asked, after: null }) : null}
        />
      </div>
    </div>
  )
}

/** Where nothing but `tag:` or `von:mir` was typed, nothing fits better than another. */
const hasWords = ({ understood: { words, phrases, units } }: FilterProps["found"]) =>
  words.length + phrases.length + units.length > 0

function Order({ asked }: { asked: Asked }) {
  const { t } = useReader()
  const words = t.search.results
  return (
    <nav class="ff-order" aria-label={words.sort}>
      <ul>
        {(["relevance", "date"] as const).map((sort) => (
          <li key={sort}>
            <a
              href={addressOf({ ...asked, sort, after: null })}
              aria-current={asked.sort === sort ? "true" : undefined}
            >
              {sort === "date" ? words.byDate : words.byRelevance}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** An address of a page that is no more, because there is less than there was. */
function PastTheEnd({ asked }: { asked: Asked }) {
  const { t } = useReader()
  return (
    <EmptyState icon="search" title={t.search.results.end}>
      <p>{t.search.results.endText}</p>
      <LinkButton href={addressOf({ ...asked, after: null })}>{t.shell.first}</LinkButton>
    </EmptyState>
  )
}
