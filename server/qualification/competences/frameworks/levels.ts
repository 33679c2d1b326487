import type { Bilingual } from "../../../kernel/actor.ts"

export type Level = { level: number; name: Bilingual; meaning: Bilingual }

/**
 * The four levels that all competences share: how difficult the task, and how much of it without help. They are those
 * that DigComp 3.0 names (Basic, Intermediate, Advanced, Highly advanced), in our own plain words; 0 is none of them.
 */
export const LEVELS: Level[] = [
  {
    level: 0,
    name: { de: "Noch nicht", en: "Not yet" },
    meaning: { de: "Damit hatte ich noch nicht zu tun.", en: "I have not had to do with it yet." },
  },
  {
    level: 1,
    name: { de: "Grundlagen", en: "Basics" },
    meaning: {
      de: "Einfache Aufgaben, mit Anleitung oder mit Hilfe, wo es hakt.",
      en: "Simple tasks, when guided or with help where something is stuck.",
    },
  },
  {
    level: 2,
    name: { de: "Selbstständig", en: "Independent" },
    meaning: {
      de: "Vertraute und neue Aufgaben ohne Hilfe; ich wähle selbst, wie ich vorgehe.",
      en: "Familiar and new tasks without help; I choose how to go about them.",
    },
  },
  {
    level: 3,
    name: { de: "Leitet andere an", en: "Guides others" },
    meaning: {
      de: "Auch schwierige Aufgaben; ich zeige anderen, wie es geht.",
      en: "Difficult tasks, too; I show others how.",
    },
  },
  {
    level: 4,
    name: { de: "Gestaltet mit", en: "Helps shape" },
    meaning: {
      de: "Verwickelte Aufgaben mit vielen Beteiligten; ich entwickle neue Lösungen und präge, wie der Bereich arbeitet.",
      en: "Intricate tasks with many involved; I develop new solutions and shape how the unit works.",
    },
  },
]
