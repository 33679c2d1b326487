import { on, type SeedJournalEntry } from "../../types.ts"

export const journal: SeedJournalEntry[] = [
  {
    by: "mueller",
    at: on("workshop-1", 1, "18:10"),
    about: "workshop-1",
    title: "Angefangen",
    body: "Ich richte also eine Plattform ein. Vor einer Woche hätte ich gesagt, das macht die IT. Herr Brandt sagt, die IT stellt sie hin, aber wissen, wie wir fragen, können nur wir.",
  },
  {
    by: "mueller",
    at: on("meeting-3", 5, "19:00"),
    title: "Geprobt",
    body: "Beim ersten Mal wollte ich unter den Tisch. Beim zweiten Mal hat Herr Meier gelacht, und zwar an der richtigen Stelle.",
  },
  {
    by: "mueller",
    at: on("workshop-4", 1, "17:45"),
    about: "workshop-4",
    title: "Ein Einwand, den ich zuerst nicht mochte",
    body: "„Dann sieht jeder, was ich nicht weiß.“ Ich wollte sofort antworten. Frau Weber-Klein hat nur gefragt: Wem ging es hier schon einmal so? Alle vier haben die Hand gehoben. Daraus ist die beste Regel geworden.",
    sharedWith: "group",
  },
  {
    by: "huber",
    at: on("workshop-2", 8, "16:00"),
    title: "Nachgeholt",
    body: "Den zweiten Workshop habe ich mit Frau Weber-Klein in einer Stunde nachgeholt. Allein hätte ich die Achsen auf dem Plakat nicht verstanden.",
  },
  {
    by: "meier",
    at: on("workshop-5", 1, "20:15"),
    about: "workshop-5",
    title: "Von dir habe ich …",
    body: "Frau Huber hat zu mir gesagt: „Von dir habe ich gelernt, dass man eine Frage auch stellen kann, wenn man die Antwort halb weiß.“ Das hebe ich mir auf.",
    sharedWith: "facilitator",
  },
]
