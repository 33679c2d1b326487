import { MAX_QUERY_LENGTH } from "../../server/search/index.ts"
import { useReader } from "./context.ts"
import { fieldId } from "./forms.tsx"
import { Icon } from "./icon.tsx"

export const SEARCH_PATH = "/suche"

export type SearchFieldProps = {
  /** In the header of every page; the one thing of the start page; with what was searched for, above its results. */
  place: "header" | "start" | "results"
  value?: string
  /** What is kept of the address when other words are searched for. */
  hidden?: [name: string, value: string][]
  describedBy?: string
}

/** A plain form that leads to `/suche`; a small script offers threads while one types. */
export function SearchField({ place, value = "", hidden = [], describedBy }: SearchFieldProps) {
  const { t } = useReader()
  const words = t.shell.search
  const id = fieldId(`suche-${place}`)
  const label = place === "start" ? words.question : words.label
  return (
    <search class={`ff-search ff-search--${place}`} aria-label={words.label}>
      <form action={SEARCH_PATH} method="get">
        <label class={place === "start" ? "ff-search__label" : "kern-sr-only"} for={id}>
          {label}
        </label>
        <div class="ff-search__line">
          <ff-search>
            <input
              id={id}
              class="kern-form-input__input"
              type="search"
              name="q"
              value={value}
              data-limit={MAX_QUERY_LENGTH}
              placeholder={place === "start" ? words.example : words.label}
              autocomplete="off"
              enterkeyhint="search"
              spellcheck={false}
              aria-describedby={describedBy}
            />
          </ff-search>
          {hidden.map(([name, text]) => (
            <input type="hidden" name={name} value={text} key={`${name} ${text}`} />
          ))}
          <button
            type="submit"
            class={`kern-btn kern-btn--${place === "header" ? "secondary" : "primary"} ff-search__button`}
          >
            <Icon name="search" />
            <span class={place === "header" ? "kern-sr-only" : "kern-label"}>{words.button}</span>
          </button>
        </div>
      </form>
    </search>
  )
}
