import { type Facet, type Found, PERIODS } from "../../../server/search/index.ts"
import { Icon, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { type Asked, addressOf, FACET_ORDER, type Filter, isChosen, toFilter, toggle } from "./address.ts"

/** Names of what an address names by id. */
export type Names = Map<string, string>
export type FilterProps = { asked: Asked; found: Found; names: Names }

const SHOWN = 8

/** Everything that the results can be narrowed by, as links: each has an address. Folded away on narrow screens. */
export function Filters(props: FilterProps) {
  const { t } = useReader()
  const words = t.search.filter
  const facets = FACET_ORDER.filter((facet) => isHelpful(props, facet))
  if (facets.length === 0) return null
  return (
    <aside class="ff-filters" aria-labelledby="eingrenzen">
      <details>
        <summary>
          <Icon name="settings" />
          {words.summary(props.asked.filters.length)}
          <Icon name="arrow-down" size={16} />
        </summary>
        <div class="ff-filters__body">
          <h2 id="eingrenzen" class="ff-filters__title">
            {words.title}
          </h2>
          {facets.map((facet) => (
            <FacetList {...props} facet={facet} key={facet} />
          ))}
        </div>
      </details>
    </aside>
  )
}

/** The most frequent first; periods from short to long, and only what is official is a choice. */
function valuesOf({ facets }: Found, facet: Facet): Found["facets"][Facet] {
  if (facet === "official") return facets.official.filter(({ value }) => value === "true")
  if (facet === "period") return facets.period.toSorted((a, b) => lengthOf(a.value) - lengthOf(b.value))
  return facets[facet]
}

const lengthOf = (period: string) => Object.entries(PERIODS).find(([name]) => name === period)?.[1] ?? 0

/** A single value that everything has leaves nothing to choose. */
function isHelpful({ asked, found }: FilterProps, facet: Facet): boolean {
  const values = valuesOf(found, facet)
  if (asked.filters.some((filter) => filter.facet === facet)) return values.length > 0
  const [only] = values
  return values.length > 1 || (only !== undefined && only.count.count < found.total.count)
}

function FacetList({ facet, ...props }: FilterProps & { facet: Facet }) {
  const { t } = useReader()
  const values = valuesOf(props.found, facet)
  const rest = values.slice(SHOWN)
  return (
    <section class="ff-facet" aria-labelledby={`filter-${facet}`}>
      <h3 class="ff-facet__title" id={`filter-${facet}`}>
        {t.search.filter.facets[facet]}
      </h3>
      <FacetValues {...props} facet={facet} values={values.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details class="ff-facet__more">
          <summary>{t.search.filter.more(rest.length)}</summary>
          <FacetValues {...props} facet={facet} values={rest} />
        </details>
      )}
    </section>
  )
}

type ValuesProps = FilterProps & { facet: Facet; values: Found["facets"][Facet] }

function FacetValues({ asked, names, facet, values }: ValuesProps) {
  const { t } = useReader()
  const words = t.search.filter
  return (
    <ul class="ff-facet__values">
      {values.map(({ value, label, count }) => {
        const filter = toFilter(facet, value)
        const chosen = isChosen(asked, filter)
        return (
          <li key={value}>
            <a href={addressOf(toggle(asked, filter))} class={chosen ? "ff-facet__chosen" : undefined}>
              <span class="ff-facet__box">{chosen && <Icon name="check" size={16} />}</span>
              <span class="ff-facet__name">
                {label ?? nameOf(t, names, filter)}
                {chosen && <span class="kern-sr-only"> ({words.isChosen})</span>}
              </span>
              <span class="ff-facet__count">
                {words.count(count)}
                <span class="kern-sr-only"> {words.results}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** What is chosen, each to be taken away by itself. */
export function ChosenFilters({ asked, names }: Omit<FilterProps, "found">) {
  const { t } = useReader()
  const words = t.search.filter
  if (asked.filters.length === 0) return null
  return (
    <ul class="ff-chips" aria-label={words.chosen}>
      {asked.filters.map((filter) => (
        <li key={`${filter.facet} ${filter.value}`}>
          <a class="ff-chip" href={addressOf(toggle(asked, filter))}>
            <span>
              <span class="kern-sr-only">{words.remove} </span>
              {words.named(words.facets[filter.facet], nameOf(t, names, filter))}
            </span>
            <Icon name="close" size={16} />
          </a>
        </li>
      ))}
      {asked.filters.length > 1 && (
        <li>
          <a href={addressOf(withoutFilters(asked))}>{words.removeAll}</a>
        </li>
      )}
    </ul>
  )
}

const withoutFilters = (asked: Asked): Asked => ({ ...asked, filters: [], after: null })

function nameOf(t: Texts, names: Names, { facet, value }: Filter): string {
  const words = t.search.filter
  const known: Partial<Record<Facet, Record<string, string>>> = {
    state: t.shell.states,
    kind: byAddress("kind", t.search.kinds),
    period: byAddress("period", words.periods),
    official: { ja: words.official },
  }
  if (facet === "tag") return value
  return known[facet]?.[value] ?? names.get(value) ?? words.unknown
}

/** Texts that are kept by the value of the search, by the word of the address. */
const byAddress = (facet: Facet, texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([value, text]) => [toFilter(facet, value).value, text]))
