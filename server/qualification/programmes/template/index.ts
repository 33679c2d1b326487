import { assessment, certificate } from "./closing.ts"
import { impulses1 } from "./impulses-1.ts"
import { impulses2 } from "./impulses-2.ts"
import { impulses3 } from "./impulses-3.ts"
import { impulses4 } from "./impulses-4.ts"
import { meeting1, meeting2, meeting3, meeting4 } from "./meetings.ts"
import { practice1, practice2, practice3, practice4 } from "./practice.ts"
import type { Template, TemplateStep } from "./shape.ts"
import { workshop1 } from "./workshop-1.ts"
import { workshop2 } from "./workshop-2.ts"
import { workshop3 } from "./workshop-3.ts"
import { workshop4 } from "./workshop-4.ts"
import { workshop5 } from "./workshop-5.ts"

export type { Template } from "./shape.ts"

/** The half-year that ships with the software. */
export const HALF_YEAR: Template = {
  familyId: "018f0000-0000-7000-8000-000000000001",
  edition: 4,
  name: "Vom Posteingang ins Fachforum",
  description: `Ein halbes Jahr, in dem eine Lerngruppe den fachlichen Austausch aus E-Mail und Telefon in ein Forum holt: fünf Workshops vor Ort, vier Praxisphasen mit eigenem Lernprojekt, vier Lerngruppentreffen am Bildschirm, jede Woche ein freiwilliger Lernimpuls, am Ende Kompetenzbilanzierung und Zertifikat.

Für Lernende rechnen Sie mit fünf halben Tagen, vier einzelnen Stunden, etwa einer Stunde in jeder Woche der Praxisphasen und am Ende mit einer Stunde Vorbereitung und anderthalb Stunden Kompetenzbilanzierung. Alle Workshops lassen sich auf Papier oder am Bildschirm halten.`,
  requirements: ["attendance", "assessment"],
  steps: [
    workshop1,
    ...inTurn(practice1, impulses1, meeting1),
    workshop2,
    ...inTurn(practice2, impulses2, meeting2),
    workshop3,
    ...inTurn(practice3, impulses3, meeting3),
    workshop4,
    ...inTurn(practice4, impulses4, meeting4),
    workshop5,
    assessment,
    certificate,
  ],
}

/** A practice phase with its impulses and its meeting, in the order of the weeks. */
function inTurn(practice: TemplateStep, impulses: TemplateStep[], meeting: TemplateStep): TemplateStep[] {
  return [practice, ...[...impulses, meeting].toSorted((one, other) => one.week - other.week)]
}
