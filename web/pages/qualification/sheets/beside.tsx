import { Buttons, LinkButton, useReader } from "../../../layout/index.ts"
import { sheetPath } from "./address.ts"
import type { Slug } from "./sheet.ts"

type Props = {
  cohortId: string
  slug: Slug
  /** One of several that are written, by its id and its name. */
  only?: { id: string; title: string }
  /** Nothing is written yet. */
  isEmpty?: boolean
}

/** A sheet beside the form of the same: empty, and as it is filled. */
export function SheetLinks({ cohortId, slug, only, isEmpty }: Props) {
  const { t } = useReader()
  const words = t.qualification.sheets
  const context = only?.title ?? words.titles[slug]
  const look = { kind: "tertiary", icon: "print", small: true, context } as const
  return (
    <Buttons>
      {!only && (
        <LinkButton {...look} href={sheetPath(cohortId, slug)}>
          {words.printEmpty}
        </LinkButton>
      )}
      {!isEmpty && (
        <LinkButton {...look} href={sheetPath(cohortId, slug, { filled: true, only: only?.id })}>
          {words.printFilled}
        </LinkButton>
      )}
    </Buttons>
  )
}
