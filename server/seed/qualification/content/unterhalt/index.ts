import type { SeedCohort } from "../../types.ts"
import { consultings } from "./consulting.ts"
import { impulses } from "./impulses.ts"
import { evidence, journal, selfRatings } from "./learners.ts"
import { projects } from "./projects.ts"
import { sessions } from "./sessions.ts"
import { experiences, processes } from "./start.ts"

/** In the second practice phase today: the next meeting is a few days ahead. */
export const unterhalt: SeedCohort = {
  name: "Lerngruppe Unterhaltsvorschuss",
  mandateFrom: "Bernd Lechner, Leitung der Unterhaltsvorschussstelle",
  mandate:
    "Die Unterhaltsvorschussstelle kommt ins Fachforum. Die Lerngruppe holt die Fachfragen zum Unterhaltsvorschuss aus E-Mail und Telefon, klärt mit der Wohngeldstelle, was beide Stellen voneinander brauchen, und führt das Forum bei den Kolleginnen und Kollegen ein.",
  facilitator: "weber-klein",
  managers: ["lechner", "schoeller", "sommer"],
  learners: [
    { who: "kowalski", manager: "lechner" },
    { who: "nowak", manager: "lechner" },
    { who: "petersen", manager: "lechner" },
    { who: "dangelo", manager: "schoeller" },
    { who: "albrecht", manager: "sommer" },
  ],
  place: "Rathaus, Haus B, Raum 214",
  link: "https://konferenz.quellenbrueck.example/lerngruppe-unterhalt",
  dialIn: "Über das Haustelefon: Konferenz 4711, ohne Kennwort",
  competences: [
    "digcomp@2.2:2.2",
    "digcomp@2.2:2.4",
    "digcomp@2.2:4.2",
    "digcomp@2.2:5.2",
    "fachforum@1.0:A.1",
    "fachforum@1.0:A.2",
  ],
  experiences,
  processes,
  sessions,
  projects,
  impulses,
  journal,
  selfRatings,
  evidence,
  takenEvidence: [],
  plans: [],
  consultings,
  rounds: [],
  certificates: [],
}
