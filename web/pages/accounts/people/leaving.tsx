import {
  cancelLeaving,
  findPerson,
  OrderedLeaving,
  orderLeaving,
  type PersonLeaving,
  type PersonView,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { today } from "../../../../server/kernel/time.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { choice, Faults, type FormState } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Buttons,
  Card,
  Field,
  Form,
  formatDay,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { LeavingFields } from "../leaving-fields.tsx"
import { LIST } from "./fields.tsx"

const access = ["admin"] as const
const PATH = `${LIST}/:id/ausscheiden`

export function personLeavingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const start = () => ({ posts: "stay", certificates: "stay", address: "", dueOn: today() })
  pages.formPage(PATH, {
    access,
    find: findSubject,
    input: OrderedLeaving,
    labels: (t) => ({
      ...t.errors.labels,
      address: t.accounts.leaving.admin.address,
      dueOn: t.accounts.leaving.admin.dueOn,
    }),
    start,
    act: ({ db, actor, params }, value) => orderLeaving(db, actor, params.id, value),
    to: (_, person) => [`${LIST}/${person.id}`, "leaving-ordered"],
    show: shown,
  })
  pages.form(`${PATH}/zuruecknehmen`, {
    access,
    find: findSubject,
    input: NoInput,
    act: ({ db, actor, params }) => cancelLeaving(db, actor, params.id),
    to: (_, person) => [`${LIST}/${person.id}`, "leaving-taken-back"],
    again: (ask, person, form) => shown(ask, person, { ...form, input: OrderedLeaving, fields: start() }),
  })
}

async function findSubject({ db, params }: Ask): Promise<PersonView> {
  const person = await findPerson(db, params.id)
  if (!person) throw notFound()
  return person
}

function shown({ t }: Pick<Ask, "t">, person: PersonView, form: FormState): Content {
  const words = t.accounts.leaving.admin
  const title = words.title(person.displayName)
  const path = `${LIST}/${person.id}`
  return {
    title,
    current: "administration",
    width: "reading",
    breadcrumb: underAdministration(
      t,
      words.card,
      { label: t.accounts.administration.people.title, href: LIST },
      { label: person.displayName, href: path },
    ),
    children: (
      <>
        <Faults form={form} />
        <PageTitle lead={<p>{words.lead}</p>}>{title}</PageTitle>
        <Form action={`${path}/ausscheiden`}>
          <LeavingFields form={form} addressLabel={words.address} />
          <Field {...choice(form, "dueOn")} type="date" hint={words.dueOnHint} min={today()} width="short" />
          <Buttons>
            <SubmitButton kind="danger">{words.link}</SubmitButton>
            <LinkButton href={path} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    ),
  }
}

/** On the person's page: the way there, or what is intended already. */
export function PersonLeavingCard({ path, leaving }: PersonLeaving & { path: string }) {
  const { t, locale } = useReader()
  const words = t.accounts.leaving.admin
  return (
    <Card title={words.card} id="ausscheiden" icon="logout">
      {leaving?.begun && <p>{words.begun}</p>}
      {leaving && !leaving.begun && (
        <Alert kind="warning">
          <p>{words.intended(formatDay(leaving.dueOn, locale))}</p>
          {leaving.bySelf && <p>{words.bySelf}</p>}
          <ActionButton action={`${path}/ausscheiden/zuruecknehmen`} kind="secondary">
            {words.cancel}
          </ActionButton>
        </Alert>
      )}
      {!leaving && (
        <>
          <p>{words.text}</p>
          <p>
            <a href={`${path}/ausscheiden`}>{words.link}</a>
          </p>
        </>
      )}
    </Card>
  )
}
