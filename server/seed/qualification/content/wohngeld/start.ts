import { on, type SeedCohort } from "../../types.ts"

export const experiences: SeedCohort["experiences"] = [
  {
    by: "mueller",
    at: on("workshop-1", 0, "10:02"),
    anonymous: false,
    media: ["mail", "phone", "shared-files"],
    helps: "Ein Ordner mit Vorlagen, in dem wirklich nur die gültigen liegen.",
    hinders: "Rundmails. Die vierte Antwort an alle liest niemand mehr, und in der steht es dann.",
    wish: "Dass eine Antwort, die Frau Vogt einmal gibt, nicht zwanzigmal gegeben werden muss.",
  },
  {
    by: "huber",
    at: on("workshop-1", 0, "10:04"),
    anonymous: false,
    media: ["mail", "phone"],
    helps: "Telefonieren. Am Tonfall höre ich, ob jemand sicher ist.",
    hinders: "Jedes neue System hat bisher nach einem Jahr wieder jemand abgeschaltet.",
    wish: "Etwas, das bleibt, wenn ich gehe.",
  },
  {
    by: "meier",
    at: on("workshop-1", 0, "10:06"),
    anonymous: true,
    media: ["mail", "phone", "chat", "video"],
    helps: "Chat mit einer Kollegin, während wir am selben Fall sitzen.",
    hinders: "Nach einer Woche finde ich im Chat nichts wieder.",
    wish: "Dass man sich traut zu fragen.",
  },
  {
    by: "vogt",
    at: on("workshop-1", 0, "10:09"),
    anonymous: false,
    media: ["mail", "phone", "video"],
    helps: "Fragen, in denen steht, was schon geprüft wurde.",
    hinders: "Dieselbe Frage aus drei Zimmern, jedes Mal ein bisschen anders.",
    wish: "Einmal gründlich antworten statt dreimal schnell.",
  },
]

export const processes: SeedCohort["processes"] = [
  {
    by: "mueller",
    at: on("workshop-1", 0, "11:10"),
    title: "Eine Fachfrage kommt auf",
    steps: `1. Ich sitze vor einem Antrag und weiß nicht weiter.
2. Ich sehe im Handbuch nach, dann im Postfach.
3. Ich frage Frau Huber.
4. Ich schreibe Frau Vogt.
5. Die Antwort kommt, ich arbeite weiter.
6. Nächste Woche fragt Herr Meier dasselbe.`,
    media: "Handbuch auf Papier, E-Mail, Gespräch am Schreibtisch",
    pain: "Schritt 6. Die Antwort gibt es schon, nur weiß es niemand.",
    change: "Schritt 2 bis 4 an einem Ort: nachsehen, sonst fragen, und alle lesen die Antwort.",
  },
  {
    by: "huber",
    at: on("workshop-1", 0, "11:25"),
    title: "Weiterleistung: an die Verlängerung erinnern",
    steps: `1. Wiedervorlage im Fachverfahren
2. Brief aus der Vorlage
3. Liste auf Papier, wer geantwortet hat
4. Nachfassen per Telefon`,
    media: "Fachverfahren, Brief, Papierliste, Telefon",
    pain: "Jede von uns hat eine eigene Liste. Meine ist gut, aber es ist meine.",
    change: "Die Liste nicht, aber das Vorgehen gehört als Beispiel guter Praxis ins Forum.",
  },
  {
    by: "vogt",
    at: on("workshop-1", 0, "11:40"),
    title: "Eine Antwort der Fachabteilung veraltet",
    steps: `1. Eine Vorschrift ändert sich.
2. Wir schreiben eine Rundmail.
3. Die alten Antworten bleiben in zwanzig Postfächern liegen.`,
    media: "E-Mail, Verteiler",
    pain: "Niemand kann eine E-Mail von vor drei Jahren zurückholen.",
    change:
      "Eine Antwort an einem Ort, mit Rechtsstand und Wiedervorlage: geändert wird dort, wo alle lesen.",
  },
]
