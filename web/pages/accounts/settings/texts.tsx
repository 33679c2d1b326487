import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  changeInstallation,
  type Installation,
  InstallationChange,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { Locale } from "../../../../server/kernel/actor.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  ErrorSummary,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import { common, type Shown } from "../fields.tsx"
import { PAGES } from "./pages.ts"
import { SETTINGS } from "./settings.tsx"

const PATH = `${SETTINGS}/texte/:page`
const ByPage = Closed({ page: Type.String({ maxLength: 40 }) })
const TextForm = FormOf("deText", "enText")
const LOCALES = ["de", "en"] as const

export function pageTextPages(app: App, site: Site): void {
  app.get(PATH, { config: adminPage, schema: { params: ByPage, response: html } }, async (request, reply) => {
    const path = request.params.page
    const fields = asStored(await readInstallation(site.db), accessPage(path))
    return showText(site, request, reply, path, { fields, errors: [] })
  })

  app.post(
    PATH,
    { config: adminPage, schema: { params: ByPage, body: TextForm, response: html } },
    async (request, reply) => {
      const path = request.params.page
      const { failed } = await attempt(
        texts(request.locale),
        InstallationChange,
        inputOf(request.body, accessPage(path)),
        (value) => changeInstallation(site.db, request.actor, value),
        // "pages.imprint.de" is the field `deText`.
        (fault) => (fault.endsWith(".en") ? "enText" : "deText"),
      )
      if (!failed) return goTo(reply, SETTINGS, "saved")
      return showText(
        site,
        request,
        reply,
        path,
        { fields: request.body, errors: failed.errors },
        failed.status,
      )
    },
  )
}

type Replaceable = (typeof PAGES)[string]

function accessPage(path: string): Replaceable {
  const found = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  if (!found) throw notFound()
  return found
}

/** The text that holds now, to be changed. */
const asStored = ({ pages }: Installation, { page, shipped }: Replaceable): Fields =>
  Object.fromEntries(
    LOCALES.map((locale) => [`${locale}Text`, pages[page]?.[locale]?.text ?? shipped[locale]]),
  )

/** An empty text brings back the shipped one, and so does the shipped one unchanged: it may get better with a version. */
function inputOf(fields: Fields, { page, shipped }: Replaceable) {
  const source = (locale: Locale) => {
    const text = textOf(fields, `${locale}Text`)
    return text.trim() === "" || text.trim() === shipped[locale].trim() ? null : text
  }
  return { pages: { [page]: { de: source("de"), en: source("en") } } }
}

async function showText(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  shown: Shown,
  status = 200,
) {
  const content = (t: Texts) => {
    const words = t.accounts.administration.settings
    const title = words.pages[accessPage(path).page]
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      width: "reading" as const,
      breadcrumb: underAdministration(t, title, { label: words.title, href: SETTINGS }),
      children: <PageText shown={shown} title={title} path={path} />,
    }
  }
  return show(site, request, reply, content, status)
}

function PageText({ shown, title, path }: { shown: Shown; title: string; path: string }) {
  const { t } = useReader()
  const words = t.accounts.administration.settings
  const hasPlaceholders = LOCALES.some((locale) =>
    /\[[^\]]+\](?!\()/.test(textOf(shown.fields, `${locale}Text`)),
  )
  return (
    <>
      <ErrorSummary errors={shown.errors} />
      <PageTitle lead={<p>{words.pageLead}</p>}>{title}</PageTitle>
      {hasPlaceholders && (
        <Alert kind="warning">
          <p>{words.placeholders}</p>
        </Alert>
      )}
      <Form action={`${SETTINGS}/texte/${path}`}>
        {LOCALES.map((locale) => (
          <Field
            {...common(shown, `${locale}Text`, t)}
            type="textarea"
            rows={20}
            maxlength={20_000}
            data={{ "data-markdown": "" }}
            optional
            key={locale}
          />
        ))}
        <Buttons>
          <SubmitButton>{t.shell.form.save}</SubmitButton>
          <LinkButton href={`/${path}`}>{words.view}</LinkButton>
          <LinkButton href={SETTINGS} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
