import { mayAdminister } from "../../../server/accounts/index.ts"
import { type Actor, has, type Role } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { listOpenRoleRequests } from "../../../server/qualification/core.ts"
import { SYNONYM_KEEPERS } from "../../../server/search/index.ts"
import { pagesOf } from "../../form-pages.ts"
import { Alert, PageTitle, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

export const STRUCTURE_READERS = ["editor", "lead", "admin"] as const

export function hubPage(app: App, site: Site): void {
  pagesOf(app, site).page("/verwaltung", {
    access: STRUCTURE_READERS,
    find: async ({ db, actor }) => (mayAdminister(actor) ? await listOpenRoleRequests(db, actor) : []),
    show: ({ t, actor }, requests) => ({
      title: t.structure.hub.title,
      current: "administration",
      children: <Hub actor={actor} waiting={requests.length} />,
    }),
  })
}

type Entry = { href: string; title: string; text: string; roles: readonly Role[] }

const entriesOf = ({
  structure: { hub },
  adoption,
  accounts,
  conversations,
  papers,
  webhooks,
}: Texts): Entry[] => [
  { href: "/verwaltung/struktur", title: hub.structure, text: hub.structureText, roles: STRUCTURE_READERS },
  { href: "/verwaltung/personen", title: hub.people, text: hub.peopleText, roles: ["admin"] },
  { href: "/verwaltung/abteilungen", title: hub.departments, text: hub.departmentsText, roles: ["admin"] },
  {
    href: "/verwaltung/verzeichnisse",
    title: accounts.directories.title,
    text: accounts.directories.hub,
    roles: ["admin"],
  },
  {
    href: "/verwaltung/dienste",
    title: accounts.services.title,
    text: accounts.services.hub,
    roles: ["admin"],
  },
  { href: "/verwaltung/webhooks", title: webhooks.title, text: webhooks.hub, roles: ["admin"] },
  { href: "/suche/synonyme", title: hub.synonyms, text: hub.synonymsText, roles: SYNONYM_KEEPERS },
  { href: "/nutzung", title: adoption.title, text: adoption.lead, roles: ["lead"] },
  { href: "/verwaltung/anmeldung", title: hub.signIn, text: hub.signInText, roles: ["admin"] },
  { href: "/verwaltung/einstellungen", title: hub.settings, text: hub.settingsText, roles: ["admin"] },
  {
    href: "/verwaltung/gespraeche",
    title: conversations.title,
    text: conversations.settings.lead,
    roles: ["admin"],
  },
  { href: "/verwaltung/betrieb", title: hub.operation, text: hub.operationText, roles: ["admin"] },
  { href: "/verwaltung/post", title: hub.mail, text: hub.mailText, roles: ["admin"] },
  { href: "/verwaltung/aufbewahrung", title: hub.retention, text: hub.retentionText, roles: ["admin"] },
  { href: "/verwaltung/protokoll", title: hub.audit, text: hub.auditText, roles: ["admin"] },
  { href: "/verwaltung/zustimmungsmappe", title: papers.title, text: hub.papersText, roles: ["admin"] },
]

/** @param waiting requests that nobody has decided yet */
function Hub({ actor, waiting }: { actor: Actor; waiting: number }) {
  const { t } = useReader()
  const entries = entriesOf(t).filter(({ roles }) => roles.some((role) => has(actor, role)))
  return (
    <>
      <PageTitle lead={<p>{t.structure.hub.lead}</p>}>{t.structure.hub.title}</PageTitle>
      {waiting > 0 && (
        <Alert kind="info">
          <p>
            <a href="/verwaltung/personen#antraege">
              {t.accounts.administration.people.roleRequests.title(waiting)}
            </a>
          </p>
        </Alert>
      )}
      <div class="ff-grid">
        {entries.map(({ href, title, text }) => (
          <div class="ff-tile" key={href}>
            <h2 class="ff-tile__title">
              <a href={href}>{title}</a>
            </h2>
            <p class="ff-tile__text">{text}</p>
          </div>
        ))}
      </div>
    </>
  )
}
