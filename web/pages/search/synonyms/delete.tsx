import type { App } from "../../../../server/kernel/http.ts"
import { deleteSynonym, findSynonym, SYNONYM_KEEPERS, type Synonym } from "../../../../server/search/index.ts"
import { pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Button, Buttons, Form, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { frame, PATH } from "./frame.tsx"
import { inWords } from "./input.ts"

/** Asks on a page of its own, so that it asks without a script as well. */
export function synonymDeletePages(app: App, site: Site): void {
  pagesOf(app, site).formPage(`${PATH}/:id/loeschen`, {
    access: SYNONYM_KEEPERS,
    find: ({ db, actor, params }) => findSynonym(db, actor, params.id),
    input: NoInput,
    start: () => ({}),
    act: ({ db, actor, params }) => deleteSynonym(db, actor, params.id),
    to: () => [PATH, "synonyms-deleted"],
    show: ({ t, actor }, group, form) => ({
      ...frame(t, actor, t.searchCare.synonyms.deleteTitle),
      children: <Asking group={group} form={form} />,
    }),
  })
}

function Asking({ group, form }: { group: Synonym; form: FormState }) {
  const { t } = useReader()
  const words = t.searchCare.synonyms
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.deleteText(inWords(t, group))}</p>}>{words.deleteTitle}</PageTitle>
      <Form action={`${PATH}/${group.id}/loeschen`}>
        <Buttons>
          <Button kind="danger">{words.delete}</Button>
          <LinkButton href={`${PATH}/${group.id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
