import type { Bilingual } from "../../../kernel/actor.ts"
import { digcomp } from "./digcomp/index.ts"
import type { Framework } from "./shape.ts"

const both = (en: string, de: string): Bilingual => ({ de, en })

/** Areas that DigComp 3.0 (Joint Research Centre, November 2025) names anew; all others keep their names. */
const AREAS: Record<string, Bilingual> = {
  "1": both(
    "Information search, evaluation and management",
    "Suche, Bewertung und Verwaltung von Informationen",
  ),
  "3": both("Content creation", "Erstellung von Inhalten"),
  "4": both(
    "Safety, wellbeing and responsible use",
    "Sicherheit, Wohlbefinden und verantwortungsvolle Nutzung",
  ),
  "5": both("Problem identification and solving", "Erkennen und Lösen von Problemen"),
}

/** The same for competences. Numbers, and what they stand for, are those of 2.2. */
const COMPETENCES: Record<string, Bilingual> = {
  "1.1": both(
    "Browsing, searching and filtering information",
    "Recherchieren, Suchen und Filtern von Informationen",
  ),
  "1.2": both("Evaluating information", "Bewertung von Informationen"),
  "1.3": both("Managing information", "Verwaltung von Informationen"),
  "2.1": both(
    "Interacting through and with digital technologies",
    "Interaktion mithilfe digitaler Technologien und mit ihnen",
  ),
  "2.5": both("Digital behaviour", "Verhalten in digitalen Umgebungen"),
  "3.4": both("Computational thinking and programming", "Informatisches Denken und Programmieren"),
  "4.3": both("Supporting wellbeing", "Förderung des Wohlbefindens"),
  "4.4": both("Environmental impacts of digital technologies", "Umweltwirkungen digitaler Technologien"),
  "5.1": both("Identifying and solving technical problems", "Erkennen und Lösen technischer Probleme"),
  "5.2": both(
    "Identifying needs and digital technological responses",
    "Ermittlung von Bedarf und digitalen Lösungen",
  ),
  "5.3": both(
    "Identifying creative solutions using digital technologies",
    "Ermittlung kreativer Lösungen mithilfe digitaler Technologien",
  ),
  "5.4": both(
    "Identifying and addressing digital competence needs",
    "Ermittlung und Deckung des Bedarfs an digitaler Kompetenz",
  ),
}

/** English names as the framework has them, German ones ours, as in the version before. */
export const digcomp3: Framework = {
  id: "digcomp",
  version: "3.0",
  name: { de: "DigComp 3.0", en: "DigComp 3.0" },
  areas: digcomp.areas.map((area) => ({
    ...area,
    name: AREAS[area.id] ?? area.name,
    competences: area.competences.map((one) => ({ ...one, name: COMPETENCES[one.id] ?? one.name })),
  })),
  levels: ["Basic", "Intermediate", "Advanced", "Highly advanced"],
}
