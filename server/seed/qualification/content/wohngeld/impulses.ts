import { on, type SeedImpulse } from "../../types.ts"

export const impulses: SeedImpulse[] = [
  {
    by: "mueller",
    at: on("impulse-1", 1, "12:20"),
    step: "impulse-1",
    state: "done",
    answers: [
      "Frau Vogt am Telefon, Frau Huber am Schreibtisch, mein Postfach zur Verzweiflung.",
      "alle drei",
      "Ich frage zuerst die Person, die am nächsten sitzt.",
    ],
    sharedWith: "group",
  },
  {
    by: "meier",
    at: on("impulse-2", 1, "16:00"),
    step: "impulse-2",
    state: "done",
    answers: [
      "ich in meinem ersten Jahr hier gern gewusst hätte, wen ich was fragen darf.",
      "Ich bin nicht gut im Reden vor vielen Leuten.",
      "Ich kann mit Frau Müller zusammen reden. Sie fängt an, ich zeige es.",
    ],
  },
  {
    by: "huber",
    at: on("impulse-3", 2, "09:00"),
    step: "impulse-3",
    state: "passed",
    answers: [],
  },
  {
    by: "mueller",
    at: on("impulse-3", 2, "13:00"),
    step: "impulse-3",
    state: "done",
    answers: [
      "Bearbeitung dauert länger: Wann können wir vorläufig zahlen?",
      "Alle Unterlagen sind da, nur eine Auskunft fehlt noch. Geprüft: unser Handbuch und zwei frühere E-Mails.",
      "Unter welchen Voraussetzungen dürfen wir schon zahlen, und was schreiben wir in den Bescheid?",
    ],
  },
  {
    by: "vogt",
    at: on("impulse-4", 1, "11:30"),
    step: "impulse-4",
    state: "done",
    answers: [
      "Eine Kollegin schreibt mir lange E-Mails, weil sie am Telefon immer jemanden unterbricht. Ich dachte, sie misstraut mir.",
      "Das Forum nimmt ihr etwas ab, nicht mir.",
    ],
    sharedWith: "group",
  },
  {
    by: "huber",
    at: on("impulse-6", 1, "10:10"),
    step: "impulse-6",
    state: "done",
    answers: [
      "Bei unvollständigen Anträgen haben wir dreimal nachgefordert. Jetzt gibt es eine Liste, die alles auf einmal anfordert, in Worten, die man versteht.",
      "Weniger Rückfragen und freundlichere Anrufe.",
      "Die Liste muss kurz bleiben. In der ersten Fassung standen 22 Punkte.",
    ],
    sharedWith: "group",
  },
  {
    by: "meier",
    at: on("impulse-7", 2, "15:10"),
    step: "impulse-7",
    state: "done",
    answers: [
      "Erst denken, dann eine Nachricht.",
      "Die Entscheidung zu den Freibeträgen ist jetzt im Lernprojekt.",
    ],
  },
  {
    by: "mueller",
    at: on("impulse-10", 1, "08:45"),
    step: "impulse-10",
    state: "done",
    answers: [
      "Einmal haben mich in einer Woche vier von euch dasselbe gefragt, und ich habe viermal Frau Vogt angerufen. Heute steht die Antwort im Forum.",
      "ungewohnt, aber es geht",
    ],
  },
  {
    by: "meier",
    at: on("impulse-11", 2, "14:20"),
    step: "impulse-11",
    state: "done",
    answers: [
      "„Dann sieht jeder, was ich nicht weiß“: Sorge. „Hatten wir schon“: Erfahrung. „In der Außenstelle geht das nicht“: ein Fehler von uns.",
      "Was müsste gegeben sein, damit du die erste Frage stellst?",
    ],
    sharedWith: "facilitator",
  },
  {
    by: "vogt",
    at: on("impulse-12", 1, "09:30"),
    step: "impulse-12",
    state: "done",
    answers: [
      "Ein Haushalt mit mehreren Kindern, ein Elternteil arbeitet im Schichtdienst. Mehr braucht die Frage nicht.",
      "Den Ort gestrichen.",
    ],
  },
  {
    by: "mueller",
    at: on("impulse-15", 2, "12:00"),
    step: "impulse-15",
    state: "done",
    answers: [
      "Früh die fragen, die zweifeln. Klein anfangen. Jede Woche etwas zeigen, das funktioniert.",
      "Eine Kategorie „Allgemeines“ anlegen.",
      "Dass man zuerst zuhört.",
    ],
    sharedWith: "group",
  },
  {
    by: "huber",
    at: on("impulse-16", 2, "10:40"),
    step: "impulse-16",
    state: "done",
    answers: [
      "Ich habe allein ein Beispiel eingestellt und das Bild darin mit einem Text versehen.",
      "Ich habe jemandem widersprochen, schriftlich und vor allen, und es war in Ordnung.",
      "Ich habe entschieden, dass der Absatz mit den Fehlern drinbleibt.",
    ],
  },
]
