import type { SeedCohort } from "../../types.ts"
import { consultings } from "./consulting.ts"
import { evidence, takenEvidence } from "./evidence.ts"
import { impulses } from "./impulses.ts"
import { journal } from "./journal.ts"
import { meetings } from "./meetings.ts"
import { plans } from "./plans.ts"
import { projects } from "./projects.ts"
import { selfRatings } from "./ratings.ts"
import { report } from "./report.ts"
import { retrospective } from "./retrospective.ts"
import { rounds } from "./rounds.ts"
import { experiences, processes } from "./start.ts"
import { workshops } from "./workshops.ts"

/** The group that built the forum: its certificates were handed over two months ago. */
export const wohngeld: SeedCohort = {
  name: "Lerngruppe Wohngeld",
  mandateFrom: "Martina Schöller, Leitung der Wohngeldstelle, und Dr. Henrike Sommer, Grundsatz und Recht",
  mandate:
    "Der fachliche Austausch zwischen Wohngeldstelle und Grundsatz und Recht zieht aus E-Mail und Telefon in ein Forum um, das alle lesen: Fachfragen mit einer Antwort, die gilt, und Beispiele guter Praxis. Die Lerngruppe richtet es ein, gewinnt die Kolleginnen und Kollegen und begleitet den Start.",
  facilitator: "weber-klein",
  managers: ["schoeller", "sommer"],
  learners: [
    { who: "mueller", manager: "schoeller" },
    { who: "huber", manager: "schoeller" },
    { who: "meier", manager: "schoeller" },
    { who: "vogt", manager: "sommer" },
  ],
  place: "Rathaus, Haus A, Besprechungsraum der Wohngeldstelle",
  link: "https://konferenz.quellenbrueck.example/lerngruppe-wohngeld",
  dialIn: "Über das Haustelefon: Konferenz 4700, ohne Kennwort",
  competences: [
    "digcomp@2.2:2.2",
    "digcomp@2.2:4.2",
    "fachforum@1.0:A.1",
    "fachforum@1.0:A.2",
    "fachforum@1.0:A.3",
  ],
  experiences,
  processes,
  sessions: [...workshops, ...meetings],
  projects,
  impulses,
  journal,
  selfRatings,
  evidence,
  takenEvidence,
  plans,
  consultings,
  report,
  retrospective,
  rounds,
  certificates: [
    { who: "mueller", showsName: true, showsCompetences: true },
    { who: "huber", showsName: true, showsCompetences: false },
    { who: "meier", showsName: false, showsCompetences: false },
    { who: "vogt", showsName: true, showsCompetences: true },
  ],
}
