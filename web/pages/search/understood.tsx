import type { Found } from "../../../server/search/index.ts"
import { Alert, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** How the words were taken; null where they are nothing but words. */
export function understoodText(t: Texts, understood: Found["understood"]): string | null {
  const words = t.search.nothing
  const { phrases, without, units, tags, categories, mine, persons, not } = understood
  const list = (values: string[]) => values.map(words.quoted).join(", ")
  const plain = understood.words.length > 0 && words.words(list(understood.words), understood.words.length)
  const special = [
    phrases.length > 0 && words.phrases(list(phrases)),
    units.length > 0 && words.units(list(units)),
    without.length > 0 && words.without(list(without)),
    tags.length > 0 && words.tags(list(tags)),
    categories.length > 0 && words.categories(list(categories)),
    mine && words.mine,
    not.tags.length > 0 && words.notTags(list(not.tags)),
    not.categories.length > 0 && words.notCategories(list(not.categories)),
    not.mine && words.notMine,
  ].filter((part) => part !== false)
  if (special.length === 0 && (persons.length === 0 || !plain)) return null
  return `${words.understood} ${[...(plain ? [plain] : []), ...special].join("; ")}.`
}

/** Above results, too, where signs decided what is there; a name that was left out is shown by `LeftOut`. */
export function UnderstoodSigns({ found: { understood } }: { found: Found }) {
  const { t } = useReader()
  const { without, tags, categories, mine, persons, not } = understood
  const lists = [without, tags, categories, not.tags, not.categories]
  const hasSigns = mine || not.mine || lists.some(({ length }) => length > 0)
  return hasSigns && persons.length === 0 ? <p class="ff-muted">{understoodText(t, understood)}</p> : null
}

/** What of the query was left out, and what was searched instead. */
export function LeftOut({
  q,
  found: { understood },
  signsOnly,
}: {
  q: string
  found: Found
  signsOnly: boolean
}) {
  const { t } = useReader()
  const words = t.search.unsearchable
  const { persons } = understood
  if (persons.length === 0 && !signsOnly) return null
  const names = persons.map((name) => t.search.nothing.quoted(`${t.search.personField}${name}`)).join(", ")
  const instead = understoodText(t, understood)
  return (
    <Alert kind="info">
      <p>{persons.length > 0 ? words.left(names) : words.signsLeft(q)}</p>
      {persons.length > 0 && instead && <p>{instead}</p>}
    </Alert>
  )
}
