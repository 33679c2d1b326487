import { Type } from "typebox"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, Closed, html } from "../../../server/kernel/schemas.ts"
import { findEntry, findTopic } from "../../../server/qualification/meet.ts"
import { findCard, findCardGroup, findLesson } from "../../../server/qualification/outcome.ts"
import { accessPlanned } from "../../../server/qualification/proof.ts"
import { findWorkProcess } from "../../../server/qualification/work.ts"
import type { Site } from "../../site.tsx"

/** Pages that have become parts of others, by their former address; mails and bookmarks still hold it. */
export const MOVED: Record<string, string> = {
  "/kalender": "/qualifizierung#kalender",
  "/lerngruppen/:id/bearbeiten": "/lerngruppen/:id/beteiligte#auftrag",
  "/lerngruppen/:id/einladungen": "/lerngruppen/:id/beteiligte#einladungen",
  "/lerngruppen/:id/lernweg": "/lerngruppen/:id",
  "/lerngruppen/:id/plan": "/lerngruppen/:id#plan",
  "/lerngruppen/:id/verlassen": "/qualifizierung/meine-daten?lerngruppe=:id#verlassen-:id",
  "/qualifizierung/mitnahme": "/qualifizierung/meine-daten",
  "/lerngruppen/:id/zertifikate": "/lerngruppen/:id/stand",
  "/lerngruppen/:id/termine": "/lerngruppen/:id#weg",
  "/lerngruppen/:id/erkenntnisse": "/lerngruppen/:id/rueckblick#erkenntnisse",
  "/lerngruppen/:id/erkenntnisse/neu": "/lerngruppen/:id/rueckblick#erkenntnis-schreiben",
  "/lerngruppen/:id/projekte/neu": "/lerngruppen/:id/projekte#beginnen",
  "/lerngruppen/:id/rueckmeldung/bearbeiten": "/lerngruppen/:id/rueckmeldung#bearbeiten",
  "/lernprojekte/:id/bearbeiten": "/lernprojekte/:id#bearbeiten",
  "/lernprojekte/:id/vorlegen": "/lernprojekte/:id#vorlegen",
  "/lerngruppen/:id/erfahrungen": "/lerngruppen/:id/ausgangslage#erfahrungen",
  "/lerngruppen/:id/arbeitsablaeufe": "/lerngruppen/:id/ausgangslage#arbeitsablaeufe",
  "/lerngruppen/:id/arbeitsablaeufe/neu": "/lerngruppen/:id/ausgangslage#ablauf-neu",
  "/lerngruppen/:id/vorhaben/infoveranstaltung":
    "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen#infoveranstaltung",
  "/lerngruppen/:id/vorhaben/infoveranstaltung/bearbeiten":
    "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen?bearbeiten=infoveranstaltung",
  "/lerngruppen/:id/vorhaben/infoveranstaltung/fassungen/:version":
    "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen?plan=infoveranstaltung&fassung=:version",
  "/lerngruppen/:id/vorhaben/einfuehrung": "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen#einfuehrung",
  "/lerngruppen/:id/vorhaben/einfuehrung/bearbeiten":
    "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen?bearbeiten=einfuehrung",
  "/lerngruppen/:id/vorhaben/einfuehrung/fassungen/:version":
    "/lerngruppen/:id/vorhaben/kolleginnen-und-kollegen?plan=einfuehrung&fassung=:version",
  "/lerngruppen/:id/vorhaben/:plan/bearbeiten": "/lerngruppen/:id/vorhaben/:plan?bearbeiten=:plan",
  "/lerngruppen/:id/vorhaben/:plan/fassungen/:version":
    "/lerngruppen/:id/vorhaben/:plan?plan=:plan&fassung=:version",
  "/termine/:id/anwesenheit": "/termine/:id/leitung#teilnahme",
  "/termine/:id/runde": "/termine/:id#runde",
  "/termine/:id/protokoll/bearbeiten": "/termine/:id/protokoll#entwurf",
  "/termine/:id/beratung/ablauf": "/termine/:id/beratung?ansicht=ablauf",
  "/termine/:id/beratung/beginnen": "/termine/:id/beratung#beginnen",
  "/termine/:id/beratung/thema": "/termine/:id/beratung#neues-thema",
  "/kompetenzbilanz/:id/freigeben": "/kompetenzbilanz/:id#vorbereitung",
  "/lerngruppen/:id/geteilte-eintraege": "/lerngruppen/:id#geteilt",
  "/lerngruppen/:id/kompetenzen/auswahl": "/lerngruppen/:id/kompetenzen#auswahl",
  "/lerngruppen/:id/nachweise": "/lerngruppen/:id/vorbereitung#nachweise",
  "/lerngruppen/:id/nachweise/uebernehmen": "/lerngruppen/:id/nachweise/neu",
  "/lerngruppen/:id/selbsteinschaetzung": "/lerngruppen/:id/vorbereitung#selbsteinschaetzung",
  "/lerngruppen/:id/selbsteinschaetzung/eintragen": "/lerngruppen/:id/vorbereitung#einschaetzen",
  "/lerntagebuch/neu": "/lerntagebuch#schreiben",
  "/lerntagebuch/:id/bearbeiten": "/lerntagebuch/:id#bearbeiten",
  "/nachweise/:id/bearbeiten": "/nachweise/:id",
  "/programme/:id/bearbeiten": "/programme/:id#feld-name",
  "/programme/:id/schritte/neu": "/programme/:id#feld-kind",
  "/programme/schritte/:id/bearbeiten": "/programme/schritte/:id",
  "/zertifikate": "/qualifizierung#zertifikate",
  "/zertifikate/:id/loeschen": "/zertifikate/:id#loeschen",
  "/zertifikate/:id/open-badge": "/zertifikate/:id#open-badge",
  "/abstimmungen": "/qualifizierung#abstimmungen",
}

type Find = (db: Db, actor: Actor, id: string) => Promise<string>

/** Those whose new address is another thing's, which has to be looked up. */
export const MOVED_INTO: Record<string, Find> = {
  "/termine/eintraege/:id/bearbeiten": async (db, actor, id) => {
    const { cohortStepId } = await findEntry(db, actor, id)
    return `/termine/${cohortStepId}/leitung#eintrag-${id}`
  },
  "/beratungsthemen/:id": async (db, actor, id) => {
    const { cohortStepId } = await findTopic(db, actor, id)
    return `/termine/${cohortStepId}/beratung#thema-${id}`
  },
  "/kompetenzbilanz/:id/planen": async (db, actor, id) => {
    const { cohortId } = await accessPlanned(db, actor, id)
    return `/lerngruppen/${cohortId}/kompetenzbilanzen?runde=${id}#planen`
  },
  "/erkenntnisse/:id": async (db, actor, id) => {
    const { cohortId } = await findLesson(db, actor, id)
    return `/lerngruppen/${cohortId}/rueckblick?erkenntnis=${id}#erkenntnis-${id}`
  },
  "/arbeitsablaeufe/:id": async (db, actor, id) => {
    const { cohortId } = await findWorkProcess(db, actor, id)
    return `/lerngruppen/${cohortId}/ausgangslage#ablauf-${id}`
  },
  "/rueckblick/karten/:id": async (db, actor, id) => {
    const { cohortId } = await findCard(db, actor, id)
    return `/lerngruppen/${cohortId}/rueckblick#karte-${id}`
  },
  "/rueckblick/themen/:id": async (db, actor, id) => {
    const { cohortId } = await findCardGroup(db, actor, id)
    return `/lerngruppen/${cohortId}/rueckblick#thema-${id}`
  },
}

const config = { access: "signed-in", page: true } as const

/** Leads to where the content is now, with what else the address says. Rights are asked there. */
export function movedPages(app: App, { db }: Site): void {
  for (const [former, present] of Object.entries(MOVED)) {
    const names = [...former.matchAll(/:(\w+)/g)].map(([, name = ""]) => name)
    const params = Closed(Object.fromEntries(names.map((name) => [name, Type.String({ maxLength: 100 })])))
    app.get(former, { config, schema: { params, response: html } }, async (request, reply) => {
      const values: Record<string, string> = request.params
      const address = present.replace(/:(\w+)/g, (_, name) => encodeURIComponent(values[name] ?? ""))
      const [path = "", anchor] = address.split("#")
      const query = new URL(request.url, "http://own.invalid").search.slice(1)
      const asked = query && `${path.includes("?") ? "&" : "?"}${query}`
      return reply.redirect(`${path}${asked}${anchor ? `#${anchor}` : ""}`, 308)
    })
  }
  for (const [former, find] of Object.entries(MOVED_INTO))
    app.get(former, { config, schema: { params: ById, response: html } }, async (request, reply) =>
      reply.redirect(await find(db, request.actor, request.params.id), 308),
    )
}
