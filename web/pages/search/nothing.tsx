import { type Found, withoutOperators } from "../../../server/search/index.ts"
import { EmptyState, LinkButton, SEARCH_PATH, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { pathWith } from "../lists/query.ts"
import type { Asked } from "./address.ts"
import { ChosenFilters, type Names } from "./filters.tsx"
import { Spelling } from "./spelling.tsx"
import { understoodText } from "./understood.tsx"

type Props = { asked: Asked; found: Found; names: Names; mayAsk: boolean; heading: string }

/** What was searched, what else might find something, and the way to ask it, with the words already in the title. */
export function NothingFound(props: Props) {
  const { t } = useReader()
  const words = t.search.nothing
  const { asked, found, mayAsk, heading } = props
  const { q, filters } = asked
  const title = titleFrom(q)
  return (
    <EmptyState icon="search" level={2} title={heading}>
      <Spelling asked={asked} found={found} />
      {q && found.understood.persons.length === 0 && <Understood {...props} />}
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

function Understood({ found }: Props) {
  const { t } = useReader()
  const text = understoodText(t, found.understood)
  return text && <p>{text}</p>
}

/** Of signs alone, or of somebody's name behind `von:`, nothing can be looked for. */
export function Unsearchable({ asked: { q }, found }: Pick<Props, "asked" | "found">) {
  const { t } = useReader()
  const words = t.search.unsearchable
  const { persons } = found.understood
  const isPerson = persons.length > 0
  return (
    <EmptyState icon="search" level={2} title={unsearchableTitle(t, q, found)}>
      {isPerson && <p>{words.taken(persons.map(t.search.nothing.quoted).join(", "))}</p>}
      <p>{isPerson ? words.personsText : words.signsText}</p>
      {isPerson && <LinkButton href={pathWith(SEARCH_PATH, { q: OWN })}>{words.example}</LinkButton>}
    </EmptyState>
  )
}

const OWN = "von:mir"

export const unsearchableTitle = (t: Texts, q: string, { understood }: Found): string =>
  understood.persons.length > 0 ? t.search.unsearchable.persons : t.search.unsearchable.signs(q)

/** The words without the operators of the search, as the beginning of a question. */
export const titleFrom = (q: string) => withoutOperators(q)
