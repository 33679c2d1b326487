import type { ComponentChildren } from "preact"
import { Buttons, EmptyState, Form, LinkButton, SubmitButton, useReader } from "../../layout/index.ts"

/** Filters of a list; a plain form, so that a filtered list has an address. */
export function Filters({ action, active, children }: FiltersProps) {
  const { t } = useReader()
  return (
    <search aria-label={t.lists.filter.label}>
      <Form action={action} method="get" class="ff-form--inline">
        {children}
        <Buttons>
          <SubmitButton kind="secondary">{t.lists.filter.apply}</SubmitButton>
          {active && (
            <LinkButton href={action} kind="tertiary">
              {t.lists.filter.reset}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </search>
  )
}

type FiltersProps = { action: string; active: boolean; children: ComponentChildren }

/** The list is empty because of what was chosen. */
export function NothingMatches({ reset }: { reset: string }) {
  const { t } = useReader()
  return (
    <EmptyState icon="search" title={t.lists.filter.nothing}>
      <p>{t.lists.filter.nothingText}</p>
      <Buttons>
        <LinkButton href={reset}>{t.lists.filter.reset}</LinkButton>
      </Buttons>
    </EmptyState>
  )
}

/** For people without a department: nothing is wrong, they just read no posts. */
export function NoDepartment() {
  const { t } = useReader()
  return (
    <EmptyState icon="department" title={t.lists.noDepartment.title}>
      <p>{t.lists.noDepartment.text}</p>
    </EmptyState>
  )
}
