import { type Static, Type } from "typebox"
import { Closed, Id } from "../../../server/kernel/schemas.ts"
import type { Fields } from "../../forms.ts"
import { Breadcrumb } from "../../layout/index.ts"
import { show } from "../../site.tsx"
import { CategoryChooser, leadOf } from "./categories.tsx"
import type { Composition, Exchange } from "./composition.ts"
import { showForm } from "./form-page.tsx"

/**
 * What a form can be begun with: the category, and a title, e.g. what somebody searched for in vain. One that is too long
 * is not lost: the form says so when it is sent.
 */
export const Beginning = Closed({
  kategorie: Type.Optional(Id),
  titel: Type.Optional(Type.String({ maxLength: 4000 })),
})

/** First the category, whose guide helps to write; who comes from a category is in the form at once. */
export async function begin(
  exchange: Exchange,
  composition: Composition,
  { kategorie, titel }: Static<typeof Beginning>,
  fields: Fields,
) {
  const { site, request, reply } = exchange
  const { choice, path, current, words, trail } = composition
  const open = choice?.groups.flatMap(({ categories }) => categories) ?? []
  // Nobody has to choose where there is nothing to choose.
  const chosen = kategorie ?? (open.length === 1 ? open[0]?.id : undefined)
  if (!choice || (chosen && choice.find(chosen)))
    return showForm(exchange, composition, {
      draft: { fields: { ...fields, title: titel, categoryId: chosen }, files: [], errors: [] },
      errors: [],
    })
  return show(site, request, reply, (t) => {
    const { title } = words(t)
    return {
      title,
      current,
      width: "reading",
      breadcrumb: <Breadcrumb trail={[...trail(t), { label: title }]} />,
      children: (
        <CategoryChooser
          choice={choice}
          title={title}
          lead={leadOf(t, current)}
          path={path}
          carriedTitle={titel}
          isUnknown={kategorie !== undefined}
        />
      ),
    }
  })
}
