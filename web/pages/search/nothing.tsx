import { type Found, withoutOperators } from "../../../server/search/index.ts"
import { EmptyState, LinkButton, useReader } from "../../layout/index.ts"
import { pathWith } from "../lists/query.ts"
import type { Asked } from "./address.ts"
import { ChosenFilters, type Names } from "./filters.tsx"
import { Spelling } from "./spelling.tsx"

type Props = { asked: Asked; found: Found; names: Names; mayAsk: boolean }

/** What was searched, what else might find something, and the way to ask it, with the words already in the title. */
export function NothingFound(props: Props) {
  const { t } = useReader()
  const words = t.search.nothing
  const { asked, found, mayAsk } = props
  const { q, filters } = asked
  const title = titleFrom(q)
  return (
    <EmptyState icon="search" level={2} title={q ? words.title(q) : words.titleFiltered}>
      <Spelling asked={asked} found={found} />
      {q && <Understood {...props} />}
      {filters.length > 0 ? <Fewer {...props} /> : <p>{words.hint}</p>}
      {title && mayAsk && (
        <>
          <p>{words.askText}</p>
          <LinkButton href={pathWith("/fragen/neu", { titel: title })} kind="primary" icon="question">
            {words.ask}
          </LinkButton>
        </>
      )}
    </EmptyState>
  )
}

function Fewer({ asked, names }: Props) {
  const { t } = useReader()
  const words = t.search.nothing
  return (
    <>
      <p>{words.fewer}</p>
      <ChosenFilters asked={asked} names={names} />
    </>
  )
}

/** How the words were taken; where they are nothing but words, the title says it all. */
function Understood({ found: { understood } }: Props) {
  const { t } = useReader()
  const words = t.search.nothing
  const { phrases, without, units, tags, categories, mine } = understood
  const list = (values: string[]) => values.map(words.quoted).join(", ")
  const special = [
    phrases.length > 0 && words.phrases(list(phrases)),
    units.length > 0 && words.units(list(units)),
    without.length > 0 && words.without(list(without)),
    tags.length > 0 && words.tags(list(tags)),
    categories.length > 0 && words.categories(list(categories)),
    mine && words.mine,
  ].filter((part) => part !== false)
  if (special.length === 0) return null
  const plain = understood.words.length > 0 ? [words.words(list(understood.words))] : []
  return (
    <p>
      {words.understood} {[...plain, ...special].join("; ")}.
    </p>
  )
}

const LONGEST_TITLE = 160

/** The words without the operators of the search, as the beginning of a question. */
export const titleFrom = (q: string) => withoutOperators(q).slice(0, LONGEST_TITLE).toWellFormed()
