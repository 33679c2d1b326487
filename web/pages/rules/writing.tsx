import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import {
  draftRules,
  EditedRulesDraft,
  editRulesDraft,
  findRules,
  findRulesDraft,
  mayDraftRules,
  NewRulesDraft,
} from "../../../server/rules/index.ts"
import { pagesOf } from "../../form-pages.ts"
import { Faults, type FormState, field, Newer, versionOf } from "../../form-state.tsx"
import { Buttons, Field, Form, LinkButton, PageTitle, SubmitButton } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { DRAFT, RULES, RulesTrail } from "./reading.tsx"

const NEW = `${RULES}/neu`
const EDIT = `${DRAFT}/bearbeiten`

export function writingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(NEW, {
    find: ({ db, actor }) => {
      if (!mayDraftRules(actor)) throw forbidden()
      return findRules(db, actor)
    },
    input: NewRulesDraft,
    labels: ({ rules }) => rules.fields,
    start: ({ current }) => ({ body: current?.body ?? "" }),
    act: ({ db, actor }, value) => draftRules(db, actor, value),
    to: () => [DRAFT, "rules-proposed"],
    show: ({ t }, _rules, form) => content(t, t.rules.newTitle, form, NEW, RULES),
  })
  pages.formPage(EDIT, {
    find: async ({ db, actor }) => {
      const draft = await findRulesDraft(db, actor)
      if (!draft.can.edit) throw forbidden()
      return draft
    },
    input: EditedRulesDraft,
    labels: ({ rules }) => rules.fields,
    start: ({ body, summary, version }) => ({ body, summary, version: String(version) }),
    act: ({ db, actor }, value) => editRulesDraft(db, actor, value),
    to: () => [DRAFT, "saved"],
    show: ({ t }, _draft, form) => content(t, t.rules.editTitle, form, EDIT, DRAFT),
  })
}

function content(t: Texts, title: string, form: FormState, action: string, cancel: string) {
  const words = t.rules
  return {
    title,
    width: "reading" as const,
    breadcrumb: <RulesTrail t={t} here={title} />,
    children: (
      <>
        <PageTitle lead={<p>{words.writingLead}</p>}>{title}</PageTitle>
        <Newer form={form} text={words.conflict} />
        <Faults form={form} />
        <Form
          action={action}
          keep={action.slice(1)}
          {...(action === EDIT && { hidden: { version: versionOf(form) } })}
        >
          <Field {...field(form, "body")} type="textarea" rows={16} data={{ "data-markdown": "" }} />
          <Field {...field(form, "summary")} type="textarea" rows={3} hint={words.summaryHint} />
          <Buttons>
            <SubmitButton>{action === EDIT ? words.save : words.propose}</SubmitButton>
            <LinkButton href={cancel} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    ),
  }
}
