import {
  type CatalogueEntry,
  type Installation,
  knownInstallation,
  type ReplaceablePage,
} from "../../../server/accounts/index.ts"
import type { Locale } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { renderMarkdown } from "../../../server/kernel/markdown.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { Alert, Card, PageTitle, Prose } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { accessibility, help, imprint, privacy } from "../../texts/pages/index.ts"
import { Reasons } from "../notifications/reasons.tsx"
import { Catalogue } from "./catalogue.tsx"
import { Criteria } from "./criteria.tsx"
import { type Heading, withAnchors } from "./headings.ts"

type Key = "help" | ReplaceablePage
type Article = { html: string; lang: Locale }

const SHIPPED: Record<Key, Record<Locale, string>> = { help, accessibility, privacy, imprint }
const PATHS: Record<Key, string> = {
  help: "/hilfe",
  accessibility: "/barrierefreiheit",
  privacy: "/datenschutz",
  imprint: "/impressum",
}
/** Of the help's sections, in both languages alike, because other pages lead to them. */
export const HELP_SECTIONS = [
  ...[
    "kurz",
    "suchen",
    "fragen",
    "personen",
    "fachabteilung",
    "zustaende",
    "reihenfolge",
    "markierungen",
    "benachrichtigungen",
    "e-mail",
    "veraltet",
  ],
  ...[
    "akte",
    "gute-praxis",
    "nutzungsregeln",
    "einwaende",
    "gespraeche",
    "eigene-beitraege",
    "eigene-daten",
    "anmeldung-sichern",
    "markdown",
    "tastatur",
    "weiter",
  ],
] as const

export function articlePages(app: App, site: Site): void {
  articlePage(app, site, "help")
  articlePage(app, site, "accessibility")
  articlePage(app, site, "privacy", site.catalogue)
  articlePage(app, site, "imprint")
}

function articlePage(app: App, site: Site, key: Key, catalogue?: CatalogueEntry[]): void {
  const names = key === "help" ? HELP_SECTIONS : []
  app.get(
    PATHS[key],
    { config: { access: "public", page: true }, schema: { response: html } },
    async (request, reply) => {
      const article = findArticle(await knownInstallation(site.db), key, request.locale)
      const anchored = withAnchors(article.html, names)
      return show(site, request, reply, (t) => ({
        title: t.shell.footer[key],
        width: "reading",
        children: (
          <>
            <PageTitle>{t.shell.footer[key]}</PageTitle>
            {article.lang !== request.locale && <OtherLanguage t={t} />}
            {anchored.headings.length > 6 && (
              <Contents t={t} headings={anchored.headings} lang={article.lang} />
            )}
            <Prose html={anchored.html} level={2} lang={article.lang} />
            {catalogue && request.visitor && (
              <p>
                <a href="/datenschutz/festlegungen">{t.qualification.plans.publicTitle}</a>
              </p>
            )}
            {catalogue && <Catalogue entries={catalogue} />}
            {key === "accessibility" && <Criteria />}
            {key === "help" && (
              <Card title={t.notifications.settings.tableTitle} id="anlaesse">
                <Reasons t={t} />
              </Card>
            )}
          </>
        ),
      }))
    },
  )
}

/** The operator's text, in their other language rather than a template of ours that contradicts it. */
function findArticle({ pages }: Installation, key: Key, locale: Locale): Article {
  const other = locale === "de" ? "en" : "de"
  for (const lang of [locale, other] as const) {
    const replaced = key === "help" ? undefined : pages[key]?.[lang]
    if (replaced) return { html: replaced.html, lang }
  }
  return { html: renderMarkdown(SHIPPED[key][locale], "text", 2), lang: locale }
}

function OtherLanguage({ t }: { t: Texts }) {
  return (
    <Alert kind="info">
      <p>{t.information.otherLanguage}</p>
    </Alert>
  )
}

function Contents({ t, headings, lang }: { t: Texts; headings: Heading[]; lang: Locale }) {
  return (
    <Card title={t.information.contents} id="inhaltsverzeichnis" tone="quiet">
      <ul class="ff-links" lang={lang}>
        {headings.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
