import type { SeedDepartment, SeedPerson } from "./types.ts"

/** Quellenbrück does not exist; `.example` is a reserved domain, so no mail of the trial can reach anybody. */
export const departments: SeedDepartment[] = [
  { key: "stadt", name: "Stadt Quellenbrück", short: "Stadt" },
  { key: "amt", name: "Amt für Soziales und Wohnen", short: "Soziales und Wohnen", parent: "stadt" },
  { key: "wohngeld", name: "Wohngeldstelle", short: "Wohngeld", parent: "amt" },
  { key: "grundsatz", name: "Grundsatz und Recht", short: "Grundsatz", parent: "amt" },
  { key: "fachverfahren", name: "Fachverfahrensbetreuung", short: "Fachverfahren", parent: "amt" },
  { key: "jugendamt", name: "Jugendamt", short: "Jugendamt", parent: "stadt" },
  { key: "unterhalt", name: "Unterhaltsvorschussstelle", short: "Unterhaltsvorschuss", parent: "jugendamt" },
]

export const people: SeedPerson[] = [
  {
    key: "mueller",
    displayName: "Sabine Müller",
    email: "sabine.mueller@quellenbrueck.example",
    departments: ["wohngeld"],
    roles: ["clerk", "editor"],
    note: {
      de: "Sachbearbeiterin in der Wohngeldstelle; hat als Redaktion die Kategorien eingerichtet und ein Zertifikat.",
      en: "Clerk in the housing benefit office; as editor she set up the categories, and she has a certificate.",
    },
  },
  {
    key: "huber",
    displayName: "Petra Huber",
    email: "petra.huber@quellenbrueck.example",
    departments: ["wohngeld"],
    roles: ["clerk"],
    note: {
      de: "Sachbearbeiterin in der Wohngeldstelle mit langer Erfahrung; hilft gern mit Hinweisen.",
      en: "Clerk in the housing benefit office with long experience; likes to help with hints.",
    },
  },
  {
    key: "meier",
    displayName: "Thomas Meier",
    email: "thomas.meier@quellenbrueck.example",
    departments: ["wohngeld"],
    roles: ["clerk"],
    note: {
      de: "Sachbearbeiter in der Wohngeldstelle; hat mit Frau Müller die erste Lerngruppe abgeschlossen.",
      en: "Clerk in the housing benefit office; finished the first learning group with Ms Müller.",
    },
  },
  {
    key: "dangelo",
    displayName: "Chiara D’Angelo",
    email: "chiara.dangelo@quellenbrueck.example",
    departments: ["wohngeld"],
    roles: ["clerk"],
    note: {
      de: "Neu in der Wohngeldstelle; stellt die Fragen, die sich andere auch stellen. Lernende in der laufenden Lerngruppe.",
      en: "New in the housing benefit office; asks what others wonder about, too. Learner in the present learning group.",
    },
  },
  {
    key: "vogt",
    displayName: "Katrin Vogt",
    email: "katrin.vogt@quellenbrueck.example",
    departments: ["grundsatz"],
    roles: ["specialist"],
    note: {
      de: "Fachansprechperson in Grundsatz und Recht; antwortet für die Fachabteilung.",
      en: "Specialist in Policy and Law; answers for the responsible department.",
    },
  },
  {
    key: "albrecht",
    displayName: "Jens Albrecht",
    email: "jens.albrecht@quellenbrueck.example",
    departments: ["grundsatz"],
    roles: ["specialist"],
    note: {
      de: "Fachansprechperson in Grundsatz und Recht; vertritt Frau Vogt.",
      en: "Specialist in Policy and Law; deputy of Ms Vogt.",
    },
  },
  {
    key: "yildiz",
    displayName: "Emre Yıldız",
    email: "emre.yildiz@quellenbrueck.example",
    departments: ["fachverfahren"],
    roles: ["specialist"],
    note: {
      de: "Fachansprechperson für das Fachverfahren und die Wohngeldstatistik.",
      en: "Specialist for the case management software and the housing benefit statistics.",
    },
  },
  {
    key: "schoeller",
    displayName: "Martina Schöller",
    email: "martina.schoeller@quellenbrueck.example",
    departments: ["wohngeld"],
    roles: ["lead"],
    note: {
      de: "Führungskraft der Wohngeldstelle; kündigt an, unterstützt die Einführung und stimmt Lernprojekten zu.",
      en: "Head of the housing benefit office; announces, supports the roll-out and agrees to learning projects.",
    },
  },
  {
    key: "sommer",
    displayName: "Dr. Henrike Sommer",
    email: "henrike.sommer@quellenbrueck.example",
    departments: ["grundsatz"],
    roles: ["lead"],
    note: {
      de: "Führungskraft von Grundsatz und Recht; sieht, wie viele Fragen in der Fachabteilung offen sind.",
      en: "Head of Policy and Law; sees how many questions are open in the responsible department.",
    },
  },
  {
    key: "nowak",
    displayName: "Paweł Nowak",
    email: "pawel.nowak@quellenbrueck.example",
    departments: ["unterhalt"],
    roles: ["clerk", "specialist"],
    note: {
      de: "Sachbearbeiter und Fachansprechperson in der Unterhaltsvorschussstelle des Jugendamts.",
      en: "Clerk and specialist in the maintenance advance office of the youth welfare office.",
    },
  },
  {
    key: "kowalski",
    displayName: "Renate Kowalski",
    email: "renate.kowalski@quellenbrueck.example",
    departments: ["unterhalt"],
    roles: ["clerk"],
    note: {
      de: "Sachbearbeiterin in der Unterhaltsvorschussstelle; sieht eine Kategorie, die andere nicht sehen.",
      en: "Clerk in the maintenance advance office; sees a category that others do not.",
    },
  },
  {
    key: "petersen",
    displayName: "Jonas Petersen",
    email: "jonas.petersen@quellenbrueck.example",
    departments: ["unterhalt"],
    roles: ["clerk", "editor"],
    note: {
      de: "Sachbearbeiter in der Unterhaltsvorschussstelle; Lernender in der Lerngruppe, die gerade läuft, und für sie in der Redaktion.",
      en: "Clerk in the maintenance advance office; learner in the learning group that is under way, and an editor for it.",
    },
  },
  {
    key: "lechner",
    displayName: "Bernd Lechner",
    email: "bernd.lechner@quellenbrueck.example",
    departments: ["unterhalt"],
    roles: ["lead"],
    note: {
      de: "Führungskraft der Unterhaltsvorschussstelle; hat die laufende Lerngruppe beauftragt.",
      en: "Head of the maintenance advance office; gave the present learning group its mandate.",
    },
  },
  {
    key: "brandt",
    displayName: "Olaf Brandt",
    email: "olaf.brandt@quellenbrueck.example",
    departments: ["fachverfahren"],
    roles: ["admin"],
    note: {
      de: "Administration: Personen, Abteilungen, Freigabe der Struktur, Protokoll.",
      en: "Administration: people, departments, release of the structure, audit log.",
    },
  },
  {
    key: "weber-klein",
    displayName: "Judith Weber-Klein",
    email: "judith.weber-klein@lernbegleitung.example",
    departments: [],
    roles: ["facilitator"],
    note: {
      de: "Lernbegleitung von außen für beide Lerngruppen; gehört zu keiner Abteilung und liest das Forum nicht.",
      en: "Learning facilitator from outside, of both learning groups; belongs to no department and does not read the forum.",
    },
  },
]
