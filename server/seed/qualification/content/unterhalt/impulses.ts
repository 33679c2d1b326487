import { ago, on, type SeedImpulse } from "../../types.ts"

export const impulses: SeedImpulse[] = [
  {
    by: "kowalski",
    at: on("impulse-1", 1, "09:10"),
    step: "impulse-1",
    state: "done",
    answers: [
      "Um acht rief die Wohngeldstelle an: Was heißt „laufend“? Um zehn fragte Herr Petersen, wo das Muster liegt. Um elf habe ich selbst in der IT gefragt.",
      "zwei",
      "Ich greife zum Telefon, weil ich dann sofort weiß, dass jemand zuhört.",
    ],
    sharedWith: "group",
  },
  {
    by: "petersen",
    at: on("impulse-1", 2, "13:00"),
    step: "impulse-1",
    state: "done",
    answers: [
      "Dreimal habe ich gefragt, dreimal mündlich. Aufgeschrieben habe ich nichts davon.",
      "alle drei",
      "Ich frage immer dieselbe Person.",
    ],
  },
  {
    by: "dangelo",
    at: on("impulse-1", 3, "08:40"),
    step: "impulse-1",
    state: "done",
    answers: [
      "Zwei Fragen im Forum gelesen, eine am Telefon gestellt, und zwar aus Bequemlichkeit.",
      "eine",
      "",
    ],
  },
  {
    by: "nowak",
    at: on("impulse-2", 1, "15:20"),
    step: "impulse-2",
    state: "done",
    answers: [
      "ich es leid bin, dieselbe E-Mail zum fünften Mal zu schreiben.",
      "Vor drei Jahren hatten wir ein Wiki. Ich habe zwölf Seiten geschrieben, gelesen hat sie niemand.",
      "Ich kann mit einer Frage anfangen, auf die ich heute noch eine Antwort brauche. Dann nützt es sofort.",
    ],
    sharedWith: "group",
  },
  {
    by: "albrecht",
    at: on("impulse-2", 2, "11:00"),
    step: "impulse-2",
    state: "passed",
    answers: [],
  },
  {
    by: "kowalski",
    at: on("impulse-3", 1, "10:30"),
    step: "impulse-3",
    state: "done",
    answers: [
      "Bescheinigung für die Wohngeldstelle: Welche Zeiträume gehören hinein?",
      "Jemand hat im laufenden Monat einen neuen Bescheid bekommen. Das Muster kennt nur einen Zeitraum. Geprüft: unsere Ablage, das ältere Muster.",
      "Bescheinigen wir beide Zeiträume oder nur den laufenden?",
    ],
  },
  {
    by: "petersen",
    at: on("impulse-4", 2, "12:30"),
    step: "impulse-4",
    state: "later",
    answers: ["Das Gespräch hatte ich, aufschreiben will ich es am Wochenanfang.", ""],
  },
  {
    by: "dangelo",
    at: on("impulse-5", 1, "08:55"),
    step: "impulse-5",
    state: "done",
    answers: [
      "„Mitwirkung“: Am ersten Tag dachte ich an Theater. Vorschlag: „Unterlagen, die fehlen“.",
      "mit Umweg",
    ],
    sharedWith: "group",
  },
  {
    by: "nowak",
    at: on("impulse-5", 2, "14:10"),
    step: "impulse-5",
    state: "done",
    answers: [
      "„Heranziehung“ versteht draußen niemand. Aber wir können es nicht einfach umbenennen.",
      "sofort",
    ],
  },
  {
    by: "kowalski",
    at: ago(1, "09:30"),
    step: "impulse-6",
    state: "draft",
    answers: [
      "Wir legen jede Akte freitags mit einem gelben Zettel ab: Was ist am Montag das Erste? Das klingt nach nichts, hat uns aber durch die Urlaubszeit gebracht.",
      "",
      "",
    ],
  },
  {
    by: "dangelo",
    at: ago(1, "11:15"),
    step: "impulse-6",
    state: "done",
    answers: [
      "Neue bekommen bei uns am ersten Tag eine Liste mit zwölf Beiträgen aus dem Forum. Zwei lesen sie am Tag.",
      "Nach einer Woche fragen sie anders: kürzer und mit dem, was sie schon geprüft haben.",
      "Die Liste muss jemand pflegen. Zwei Beiträge darauf waren überholt.",
    ],
  },
]
