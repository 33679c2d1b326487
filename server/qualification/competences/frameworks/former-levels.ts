import type { Bilingual } from "../../../kernel/actor.ts"

/** The eight steps that certificates were issued with before there were four; those stay readable as they are. */
export const FORMER_LEVELS: { level: number; name: Bilingual }[] = [
  { level: 0, name: { de: "Noch keine Erfahrung", en: "No experience yet" } },
  { level: 1, name: { de: "Erste Schritte", en: "First steps" } },
  { level: 2, name: { de: "Grundlagen", en: "Basics" } },
  { level: 3, name: { de: "Sicher in Vertrautem", en: "At ease with the familiar" } },
  { level: 4, name: { de: "Selbstständig", en: "Independent" } },
  { level: 5, name: { de: "Leitet andere an", en: "Guides others" } },
  { level: 6, name: { de: "Findet den besten Weg", en: "Finds the best way" } },
  { level: 7, name: { de: "Gestaltet mit", en: "Helps shape" } },
  { level: 8, name: { de: "Entwickelt weiter", en: "Develops further" } },
]
