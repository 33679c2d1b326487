import {
  askToLeave,
  OwnLeaving,
  type PersonLeaving,
  takeLeavingBack,
  WAITING_DAYS,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Buttons,
  Card,
  Form,
  formatDay,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { LeavingFields } from "../leaving-fields.tsx"
import { OWN_DATA } from "./own-data.tsx"

const PATH = "/profil/ausscheiden"

export function leavingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    find: () => null,
    input: OwnLeaving,
    labels: (t) => ({ ...t.errors.labels, address: t.accounts.leaving.form.address }),
    start: () => ({ posts: "stay", certificates: "stay", address: "" }),
    act: ({ db, actor }, value) => askToLeave(db, actor, value),
    to: () => ["/profil#ausscheiden", "leaving-asked"],
    show: (ask, _, form) => shown(ask, form),
  })
  pages.form(`${PATH}/zuruecknehmen`, {
    find: () => null,
    input: NoInput,
    act: ({ db, actor }) => takeLeavingBack(db, actor),
    to: () => ["/profil#ausscheiden", "leaving-taken-back"],
    again: (ask, _, form) =>
      shown(ask, {
        ...form,
        input: OwnLeaving,
        fields: { posts: "stay", certificates: "stay", address: "" },
      }),
  })
}

function shown({ t }: Pick<Ask, "t">, form: FormState): Content {
  const words = t.accounts.leaving.form
  return {
    title: words.title,
    width: "reading",
    breadcrumb: (
      <Breadcrumb trail={[{ label: t.accounts.profile.title, href: "/profil" }, { label: words.title }]} />
    ),
    children: (
      <>
        <Faults form={form} />
        <PageTitle lead={<p>{words.lead(WAITING_DAYS)}</p>}>{words.title}</PageTitle>
        <p>
          {words.first} <a href={OWN_DATA}>{t.accounts.leaving.data.title}</a>
        </p>
        <Bullets title={words.goesTitle} items={words.goes} />
        <Bullets title={words.staysTitle} items={words.stays} />
        <Form action={PATH}>
          <LeavingFields form={form} addressLabel={words.address} />
          <Buttons>
            <SubmitButton kind="danger">{words.now}</SubmitButton>
            <LinkButton href="/profil" kind="tertiary">
              {words.stay}
            </LinkButton>
          </Buttons>
        </Form>
      </>
    ),
  }
}

const Bullets = ({ title, items }: { title: string; items: string[] }) => (
  <section class="ff-part">
    <h2>{title}</h2>
    <ul class="ff-bullets">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </section>
)

/** On the profile: the way there, or what is intended already. */
export function Leaving({ leaving }: PersonLeaving) {
  const { t, locale } = useReader()
  const words = t.accounts.leaving.profile
  return (
    <Card title={words.title} id="ausscheiden" icon="logout">
      {leaving ? (
        <Alert kind="warning" title={words.intended}>
          <p>{(leaving.bySelf ? words.intendedOn : words.ordered)(formatDay(leaving.dueOn, locale))}</p>
          {leaving.bySelf && (
            <ActionButton action={`${PATH}/zuruecknehmen`} kind="secondary">
              {words.takeBack}
            </ActionButton>
          )}
        </Alert>
      ) : (
        <>
          <p>{words.text}</p>
          <Buttons>
            <LinkButton href={PATH} kind="secondary">
              {words.link}
            </LinkButton>
          </Buttons>
        </>
      )}
    </Card>
  )
}
