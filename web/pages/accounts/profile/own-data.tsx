import {
  discardOwnData,
  findOwnData,
  type OwnDataView,
  requestOwnData,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { formatBytes } from "../../../attachments.tsx"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Buttons,
  ErrorSummary,
  type FieldError,
  formatDay,
  LinkButton,
  PageTitle,
  useReader,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"

export const OWN_DATA = "/profil/meine-daten"

/** To take along what is stored about oneself, of all modules. */
export function ownDataPages(app: App, site: Site): void {
  const { db, files } = site
  const pages = pagesOf(app, site)
  const find = ({ actor }: Ask) => findOwnData(db, actor)
  pages.page(OWN_DATA, { find, show: (ask, view) => shown(ask, view) })
  pages.form(`${OWN_DATA}/zusammenstellen`, {
    find,
    input: NoInput,
    act: ({ actor }) => requestOwnData({ db, files }, actor),
    to: () => [OWN_DATA, "own-data-requested"],
    again: (ask, view, { errors }) => shown(ask, view, errors),
  })
  pages.form(`${OWN_DATA}/loeschen`, {
    find,
    input: NoInput,
    act: ({ actor }) => discardOwnData({ db, files }, actor.id),
    to: () => [OWN_DATA, "own-data-discarded"],
    again: (ask, view, { errors }) => shown(ask, view, errors),
  })
}

function shown({ t }: Pick<Ask, "t">, view: OwnDataView, errors: FieldError[] = []): Content {
  const words = t.accounts.leaving.data
  return {
    title: words.title,
    width: "reading",
    breadcrumb: (
      <Breadcrumb trail={[{ label: t.accounts.profile.title, href: "/profil" }, { label: words.title }]} />
    ),
    children: (
      <>
        <ErrorSummary errors={errors} />
        <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
        <p>{words.contents}</p>
        <p>{words.others}</p>
        <Archive view={view} />
        <p>
          <a href="/qualifizierung/meine-daten">{words.cohorts}</a>
        </p>
      </>
    ),
  }
}

function Archive({ view }: { view: OwnDataView }) {
  const { t, locale } = useReader()
  const words = t.accounts.leaving.data
  if (view.state === "none")
    return (
      <Buttons>
        <ActionButton action={`${OWN_DATA}/zusammenstellen`} kind="primary" icon="download">
          {words.request}
        </ActionButton>
      </Buttons>
    )
  if (view.state === "making")
    return (
      <>
        <Alert kind="info" title={words.making}>
          {view.total > 0 && <p>{words.progress(view.done, view.total)}</p>}
          <p>
            <a href={OWN_DATA}>{words.reload}</a>
          </p>
        </Alert>
        <Buttons>
          <Discard />
        </Buttons>
      </>
    )
  const until = view.expiresAt ? formatDay(view.expiresAt, locale) : ""
  return (
    <>
      <Alert kind="success" title={words.ready}>
        <p>{words.until(until, formatBytes(view.bytes, locale))}</p>
      </Alert>
      <Buttons>
        <LinkButton href="/api/me/data/archive" kind="primary" icon="download">
          {words.download}
        </LinkButton>
        <ActionButton action={`${OWN_DATA}/zusammenstellen`} kind="secondary">
          {words.again}
        </ActionButton>
        <Discard />
      </Buttons>
    </>
  )
}

/** Also of one that is never finished: then it can be asked for anew. */
function Discard() {
  const { t } = useReader()
  return (
    <ActionButton action={`${OWN_DATA}/loeschen`} kind="tertiary">
      {t.accounts.leaving.data.discard}
    </ActionButton>
  )
}
