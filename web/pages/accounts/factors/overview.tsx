import {
  Confirmed,
  ConfirmedPasskey,
  PasskeyName,
  registerPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewCodes,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, readForm } from "../../../form-reading.ts"
import { freshForm } from "../../../form-state.tsx"
import { FormOf } from "../../../forms.ts"
import { Alert, Breadcrumb, ErrorSummary, PageTitle, useReader } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { type Content, goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { attempt } from "../attempt.ts"
import { type Found, factorLabels, findOwn, SECURING } from "./own.ts"
import { AppCard, CodesCard, PasskeysCard } from "./own-cards.tsx"
import { showCodes } from "./shown-codes.tsx"

const config = { access: "signed-in", page: true } as const

/** What somebody has besides the password, and what can be done about it. */
export function overviewPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(SECURING, { find: findOwn, show: ({ t }, found) => contentOf(t, found, null) })

  pages.form(`${SECURING}/app/entfernen`, {
    find: findOwn,
    input: Confirmed,
    labels: factorLabels,
    act: ({ db, actor }, { currentPassword }) => removeTotp(db, actor, currentPassword),
    to: () => [SECURING, "factor-removed"],
    again: ({ t }, found, form) => contentOf(t, found, { form, at: "app" }),
  })

  pages.form(`${SECURING}/passkeys/:id`, {
    find: findOwn,
    ...actionsOf({ rename: PasskeyName, remove: Confirmed }),
    labels: factorLabels,
    act: ({ db, actor, params: { id } }, input) =>
      input.action === "rename"
        ? renamePasskey(db, actor, id, input.name)
        : removePasskey(db, actor, id, input.currentPassword),
    to: (_, _found, { request }) => [
      `${SECURING}#passkeys`,
      Object(request.body).action === "rename" ? "passkey-renamed" : "factor-removed",
    ],
    again: ({ t, params: { id } }, found, form) => contentOf(t, found, { form, at: id }),
  })
  shownOnce(app, site)
}

/** Written by hand, because their answers may show codes, to which no address leads. */
function shownOnce(app: App, site: Site): void {
  app.post(
    `${SECURING}/passkeys`,
    { config, schema: { body: FormOf("response", "name", "currentPassword"), response: html } },
    async (request, reply) => {
      const { actor, body } = request
      const t = texts(request.locale)
      const outcome = await attempt(t, ConfirmedPasskey, readForm(ConfirmedPasskey, body), (value) =>
        registerPasskey(site, actor, value),
      )
      if (outcome.failed) {
        const tried = { form: { ...freshForm(null, {}, body), ...outcome.failed }, at: "neu" }
        const found = await findOwn({ site, actor, request, db: site.db })
        return show(site, request, reply, () => contentOf(t, found, tried), tried.form.status)
      }
      const codes = outcome.result
      return codes
        ? showCodes(site, request, reply, codes, SECURING)
        : goTo(reply, `${SECURING}#passkeys`, "passkey-added")
    },
  )

  app.post(
    `${SECURING}/codes`,
    { config, schema: { body: FormOf("currentPassword"), response: html } },
    async (request, reply) => {
      const { actor, body } = request
      const t = texts(request.locale)
      const outcome = await attempt(t, Confirmed, readForm(Confirmed, body), ({ currentPassword }) =>
        renewCodes(site.db, actor, currentPassword),
      )
      if (!outcome.failed) return showCodes(site, request, reply, outcome.result, SECURING)
      const tried = { form: { ...freshForm(null, {}, body), ...outcome.failed }, at: "codes" }
      const found = await findOwn({ site, actor, request, db: site.db })
      return show(site, request, reply, () => contentOf(t, found, tried), tried.form.status)
    },
  )
}

function contentOf(t: Texts, found: Found, tried: Tried | null): Content {
  const { title } = t.accounts.factors.own
  return {
    title: tried ? t.shell.form.errorPageTitle(title) : title,
    width: "reading",
    breadcrumb: (
      <Breadcrumb trail={[{ label: t.accounts.profile.title, href: "/profil" }, { label: title }]} />
    ),
    children: <Overview found={found} tried={tried} />,
  }
}

function Overview({ found, tried }: { found: Found; tried: Tried | null }) {
  const { t } = useReader()
  const words = t.accounts.factors.own
  const { isDemanded, hasPassword, totpSince, passkeys } = found.factors
  const hasAny = totpSince !== null || passkeys.length > 0
  return (
    <>
      <ErrorSummary errors={errorsOf(tried)} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {isDemanded && hasPassword && (
        <Alert kind="info">
          <p>{words.demanded}</p>
        </Alert>
      )}
      {hasPassword ? (
        <>
          <AppCard found={found} tried={tried} />
          <PasskeysCard found={found} tried={tried} />
          {hasAny && <CodesCard found={found} tried={tried} />}
        </>
      ) : (
        <Alert kind="info">
          <p>{words.noPassword}</p>
        </Alert>
      )}
    </>
  )
}
