import type { Bilingual } from "./shape.ts"

export type Level = { level: number; name: Bilingual; meaning: Bilingual }

/** The steps that all competences share: how difficult the task, and how much of it without help. */
export const LEVELS: Level[] = [
  {
    level: 0,
    name: { de: "Noch keine Erfahrung", en: "No experience yet" },
    meaning: { de: "Damit hatte ich noch nicht zu tun.", en: "I have not had to do with it yet." },
  },
  {
    level: 1,
    name: { de: "Erste Schritte", en: "First steps" },
    meaning: { de: "Einfache Aufgaben, mit Anleitung.", en: "Simple tasks, when guided." },
  },
  {
    level: 2,
    name: { de: "Grundlagen", en: "Basics" },
    meaning: {
      de: "Einfache Aufgaben, meist allein; Hilfe nur, wo es hakt.",
      en: "Simple tasks, mostly alone; help only where something is stuck.",
    },
  },
  {
    level: 3,
    name: { de: "Sicher in Vertrautem", en: "At ease with the familiar" },
    meaning: {
      de: "Wiederkehrende Aufgaben ohne Hilfe und ohne Umwege.",
      en: "Recurring tasks without help and without detours.",
    },
  },
  {
    level: 4,
    name: { de: "Selbstständig", en: "Independent" },
    meaning: {
      de: "Auch neue Aufgaben; ich wähle selbst, wie ich vorgehe.",
      en: "New tasks, too; I choose how to go about them.",
    },
  },
  {
    level: 5,
    name: { de: "Leitet andere an", en: "Guides others" },
    meaning: {
      de: "Ich löse verschiedene Aufgaben und zeige anderen, wie es geht.",
      en: "I solve various tasks and show others how.",
    },
  },
  {
    level: 6,
    name: { de: "Findet den besten Weg", en: "Finds the best way" },
    meaning: {
      de: "Auch in schwierigen Lagen finde ich den Weg, der für die Beteiligten passt.",
      en: "In difficult situations, too, I find the way that suits those concerned.",
    },
  },
  {
    level: 7,
    name: { de: "Gestaltet mit", en: "Helps shape" },
    meaning: {
      de: "Ich löse verwickelte Aufgaben und präge, wie der Bereich arbeitet.",
      en: "I solve intricate tasks and shape how the unit works.",
    },
  },
  {
    level: 8,
    name: { de: "Entwickelt weiter", en: "Develops further" },
    meaning: {
      de: "Für Aufgaben mit vielen Beteiligten entwickle ich neue Lösungen.",
      en: "For tasks with many involved I develop new solutions.",
    },
  },
]
