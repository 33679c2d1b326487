import { inPlainWords } from "../../accounts/index.ts"
import type { Bilingual, Locale } from "../../kernel/actor.ts"
import { competenceViews } from "../competences/view.ts"

/** What stands as a code in the JSON files, by the name of its field, in words for the page. */
const CODES: Record<string, Record<string, Bilingual>> = {
  part: {
    facilitator: { de: "Lernbegleitung", en: "Facilitator" },
    learner: { de: "Lernende Person", en: "Learner" },
    manager: { de: "Führungskraft", en: "Manager" },
  },
  // Of attendances, projects and learning impulses.
  state: {
    present: { de: "anwesend", en: "present" },
    absent: { de: "abwesend", en: "absent" },
    "made-up": { de: "nachgeholt", en: "made up" },
    planned: { de: "geplant", en: "planned" },
    running: { de: "läuft", en: "running" },
    finished: { de: "abgeschlossen", en: "finished" },
    draft: { de: "Entwurf", en: "draft" },
    done: { de: "erledigt", en: "done" },
    later: { de: "für später", en: "for later" },
    passed: { de: "übersprungen", en: "passed over" },
  },
  prompt: {
    achieved: { de: "Was hat sich verbessert?", en: "What has become better?" },
    helped: { de: "Was hat uns geholfen?", en: "What helped us?" },
    hindered: { de: "Was hakt noch?", en: "What still hurts?" },
    learned: { de: "Was haben wir gelernt?", en: "What have we learned?" },
    wishes: { de: "Was brauchen wir von der Führungskraft?", en: "What do we need from our manager?" },
    ahead: { de: "Was sollte als Nächstes geschehen?", en: "What should happen next?" },
  },
  point: {
    start: { de: "am Anfang", en: "at the start" },
    middle: { de: "in der Mitte", en: "in the middle" },
    end: { de: "am Ende", en: "at the end" },
  },
  kind: {
    post: { de: "Beitrag im Forum", en: "Post in the forum" },
    project: { de: "Ergebnis aus dem Lernprojekt", en: "Result of the learning project" },
    journal: { de: "Eintrag im Lerntagebuch", en: "Entry of the journal" },
    other: { de: "Etwas anderes", en: "Something else" },
    hypothesis: { de: "Hypothese", en: "Hypothesis" },
    solution: { de: "Lösung", en: "Solution" },
    handout: { de: "ausgeteilte Datei", en: "file that was handed out" },
    sheet: { de: "ausgefüllter Bogen", en: "sheet that was filled in" },
  },
}

/** A value as a person reads it: codes as words, days as days, competences by their names. */
export function inWords(field: string, value: string, locale: Locale): string {
  const word = CODES[field]?.[value]
  if (word) return word[locale]
  if (field === "competence" || field === "competences") return namesOf(value, locale)
  return inPlainWords(value, locale)
}

function namesOf(keys: string, locale: Locale): string {
  const names = competenceViews(keys.split(", "), locale).map(({ name }) => name)
  return names.length > 0 ? names.join(", ") : keys
}
