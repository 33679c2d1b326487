import { LinkButton, useReader } from "../../layout/index.ts"
import { type Category, type Kind, withParts } from "./categories.tsx"
import { pathWith } from "./query.ts"

type Where = { kind?: "primary" | "secondary"; category?: string }

export function AskButton({ kind = "primary", category }: Where) {
  const { t } = useReader()
  return (
    <LinkButton href={pathWith("/fragen/neu", { kategorie: category })} kind={kind} icon="question">
      {t.lists.actions.ask}
    </LinkButton>
  )
}

export function ShareButton({ kind = "primary", category }: Where) {
  const { t } = useReader()
  return (
    <LinkButton href={pathWith("/gute-praxis/neu", { kategorie: category })} kind={kind} icon="share">
      {t.lists.actions.share}
    </LinkButton>
  )
}

export function RecordButton({ category }: { category?: string }) {
  const { t } = useReader()
  return (
    <LinkButton href={pathWith("/fragen/erfassen", { kategorie: category })} icon="official">
      {t.lists.actions.record}
    </LinkButton>
  )
}

/** The way to write something of this kind, where the person may write at all. */
export function WriteButton({ categories, kind, secondary }: WriteProps) {
  if (!categories.some((category) => category.kind === kind && category.can.post)) return null
  const look = secondary ? "secondary" : "primary"
  return kind === "questions" ? <AskButton kind={look} /> : <ShareButton kind={look} />
}

type WriteProps = { categories: { kind: Kind; can: { post: boolean } }[]; kind: Kind; secondary?: boolean }

/** What a filter by a category means: that one with its parts. */
export const categoryFilter = (categories: Category[], id: string | undefined) =>
  id ? { categoryIds: withParts(categories, id) } : {}
