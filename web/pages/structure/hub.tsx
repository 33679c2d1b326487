import { type Actor, has, type Role } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { SYNONYM_KEEPERS } from "../../../server/search/index.ts"
import { pagesOf } from "../../form-pages.ts"
import { PageTitle, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

export const STRUCTURE_READERS = ["editor", "lead", "admin"] as const

export function hubPage(app: App, site: Site): void {
  pagesOf(app, site).page("/verwaltung", {
    access: STRUCTURE_READERS,
    find: () => null,
    show: ({ t, actor }) => ({
      title: t.structure.hub.title,
      current: "administration",
      children: <Hub actor={actor} />,
    }),
  })
}

type Entry = { href: string; title: string; text: string; roles: readonly Role[] }

const entriesOf = ({ structure: { hub } }: Texts): Entry[] => [
  { href: "/verwaltung/struktur", title: hub.structure, text: hub.structureText, roles: STRUCTURE_READERS },
  { href: "/verwaltung/personen", title: hub.people, text: hub.peopleText, roles: ["admin"] },
  { href: "/verwaltung/abteilungen", title: hub.departments, text: hub.departmentsText, roles: ["admin"] },
  { href: "/suche/synonyme", title: hub.synonyms, text: hub.synonymsText, roles: SYNONYM_KEEPERS },
  { href: "/verwaltung/einstellungen", title: hub.settings, text: hub.settingsText, roles: ["admin"] },
  { href: "/verwaltung/betrieb", title: hub.operation, text: hub.operationText, roles: ["admin"] },
  { href: "/verwaltung/protokoll", title: hub.audit, text: hub.auditText, roles: ["admin"] },
]

function Hub({ actor }: { actor: Actor }) {
  const { t } = useReader()
  const entries = entriesOf(t).filter(({ roles }) => roles.some((role) => has(actor, role)))
  return (
    <>
      <PageTitle lead={<p>{t.structure.hub.lead}</p>}>{t.structure.hub.title}</PageTitle>
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
