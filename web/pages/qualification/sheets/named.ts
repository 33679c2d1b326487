import type { Feature } from "../../../../server/qualification/core.ts"
import { type NamedSheet, SLUGS, type Slug } from "./sheet.ts"

/** In the order in which they come up. */
const WHERE: Record<Slug, Omit<NamedSheet, "slug">> = {
  erfahrungen: {
    paper: "a4",
    named: /Erfahrungen mit digitalen Medien/,
    feature: "experience",
    place: "ausgangslage#erfahrungen",
  },
  arbeitsablauf: {
    paper: "a3-landscape",
    named: /„Arbeitsablauf“/,
    feature: "processes",
    place: "ausgangslage#arbeitsablaeufe",
  },
  lernprojekt: { paper: "a4", named: /Lernprojekt/, place: "projekte" },
  "telefonat-mit-der-it": {
    paper: "a4",
    named: /Telefonat mit der IT/,
    place: "vorhaben/telefonat-mit-der-it",
  },
  nutzungsregeln: {
    paper: "a4",
    named: /Nutzungsregeln/,
    feature: "rules",
    place: "vorhaben/nutzungsregeln",
  },
  infoveranstaltung: {
    paper: "a4",
    named: /(?:Vorlage|Plan der) „?Infoveranstaltung/,
    feature: "event",
    place: "vorhaben/kolleginnen-und-kollegen#infoveranstaltung",
  },
  einwaende: {
    paper: "a4",
    named: /Einwände und gute Fragen|Karten „Einwand“|Karten der Infoveranstaltung/,
    feature: "event",
    place: "vorhaben/kolleginnen-und-kollegen#einwaende",
  },
  datenschutz: {
    paper: "a4",
    named: /Prüfliste Datenschutz/,
    feature: "data-protection",
    place: "vorhaben/datenschutz",
  },
  einfuehrung: {
    paper: "a4-landscape",
    named: /Plan der Einführung/,
    feature: "rollout",
    place: "vorhaben/kolleginnen-und-kollegen#einfuehrung",
    forManagers: true,
  },
  "was-bleibt": {
    paper: "a4-landscape",
    named: /Was bleibt/,
    feature: "retrospective",
    place: "vorhaben/was-bleibt",
  },
  vorbereitung: {
    paper: "a4",
    named: /Kompetenzbilanzierung vor|Vorbereitung der (?:beiden )?Lernenden/,
    place: "vorbereitung",
  },
}

export const NAMED: NamedSheet[] = SLUGS.map((slug) => ({ slug, ...WHERE[slug] }))

/** What a step names among its materials, and what its tools bring along. */
export const sheetsFor = ({ materials, features }: { materials: string; features: readonly Feature[] }) =>
  NAMED.filter(
    ({ named, feature }) => named.test(materials) || (feature !== undefined && features.includes(feature)),
  )
