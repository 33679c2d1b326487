import type { Static } from "typebox"
import type { CategoryView } from "../../../server/forum/index.ts"
import type { Option } from "../../layout/index.ts"
import { useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export type Category = Static<typeof CategoryView>
export type Kind = Category["kind"]
/** What a link to a category needs. */
type Linked = Pick<Category, "id" | "parentId" | "kind" | "name">

/** Main categories of one kind with their parts. A part whose main category cannot be seen stands by itself. */
function treeOf<C extends Linked>(categories: C[], kind: Kind): { main: C; parts: C[] }[] {
  const ofKind = categories.filter((category) => category.kind === kind)
  const isPart = ({ parentId }: C) => ofKind.some(({ id }) => id === parentId)
  return ofKind
    .filter((category) => !isPart(category))
    .map((main) => ({ main, parts: partsOf(ofKind, main.id) }))
}

export const partsOf = <C extends Linked>(categories: C[], id: string): C[] =>
  categories.filter(({ parentId }) => parentId === id)

/** The category and its parts: whoever looks into a main category means those as well. */
export const withParts = (categories: Category[], id: string): string[] => [
  id,
  ...partsOf(categories, id).map((part) => part.id),
]

export function categoryOptions(t: Texts, categories: Category[], kind: Kind): Option[] {
  const label = ({ name, archived }: Category) => (archived ? t.lists.filter.archived(name) : name)
  return treeOf(categories, kind).flatMap(({ main, parts }) => [
    { value: main.id, label: label(main) },
    ...parts.map((part) => ({ value: part.id, label: `– ${label(part)}` })),
  ])
}

/** All categories as links, for the column beside a list. */
export function CategoryLinks({ categories, kind }: { categories: Linked[]; kind: Kind }) {
  return (
    <ul class="ff-links">
      {treeOf(categories, kind).map(({ main, parts }) => (
        <li key={main.id}>
          <CategoryLink category={main} />
          {parts.length > 0 && (
            <ul class="ff-links">
              {parts.map((part) => (
                <li key={part.id}>
                  <CategoryLink category={part} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

export function CategoryTiles({ categories, level = 3 }: { categories: Category[]; level?: 2 | 3 }) {
  const { t } = useReader()
  const Heading = `h${level}` as "h2" | "h3"
  return (
    <div class="ff-grid">
      {categories.map(({ id, name, description, archived }) => (
        <div class="ff-tile" key={id}>
          <Heading class="ff-tile__title">
            <a href={`/kategorien/${id}`}>{archived ? t.lists.filter.archived(name) : name}</a>
          </Heading>
          {description && <p class="ff-tile__text">{description}</p>}
        </div>
      ))}
    </div>
  )
}

const CategoryLink = ({ category }: { category: { id: string; name: string } }) => (
  <a href={`/kategorien/${category.id}`}>{category.name}</a>
)
