import { on, type SeedCohort } from "../../types.ts"

export const experiences: SeedCohort["experiences"] = [
  {
    by: "kowalski",
    at: on("workshop-1", 0, "10:05"),
    anonymous: false,
    media: ["mail", "phone"],
    helps: "Wenn ich jemanden kenne: ein kurzer Anruf, und die Sache ist erledigt.",
    hinders:
      "Ich suche Antworten in meinem Postfach. Die von vor zwei Jahren finde ich noch, die von letzter Woche nicht.",
    wish: "Dass ich nicht jedes Mal die Einzige bin, die eine Antwort kennt.",
  },
  {
    by: "nowak",
    at: on("workshop-1", 0, "10:07"),
    anonymous: false,
    media: ["mail", "phone", "chat", "forum"],
    helps: "Im Forum der Wohngeldstelle habe ich mehrmals mitgelesen und etwas gelernt, ohne zu fragen.",
    hinders: "Drei Wege für dieselbe Frage. Am Ende weiß niemand, welche Antwort gilt.",
    wish: "Ein Ort, eine Antwort, und dabei steht, von wann sie ist.",
  },
  {
    by: "petersen",
    at: on("workshop-1", 0, "10:08"),
    anonymous: true,
    media: ["mail", "chat", "video", "shared-files"],
    helps: "Gemeinsame Dokumente: Man sieht, was die anderen schon geschrieben haben.",
    hinders: "Ich traue mich nicht immer zu fragen, wenn alle mitlesen.",
    wish: "Dass Fragen von Neuen genauso willkommen sind wie kluge Antworten.",
  },
  {
    by: "dangelo",
    at: on("workshop-1", 0, "10:10"),
    anonymous: false,
    media: ["mail", "phone", "chat", "forum"],
    helps: "Das Fachforum: Fast jede meiner Anfängerfragen hatte schon jemand gestellt.",
    hinders: "Anrufe mitten im Beratungsgespräch.",
    wish: "Dass die Nachbarstelle dort auch zu finden ist.",
  },
  {
    by: "albrecht",
    at: on("workshop-1", 0, "10:12"),
    anonymous: false,
    media: ["mail", "phone", "video", "forum", "shared-files"],
    helps: "Eine Antwort, die ich einmal gründlich schreibe und dann nur noch pflege.",
    hinders: "Fragen ohne Ausgangslage. Ich rate dann, was gemeint sein könnte.",
    wish: "Weniger Rückfragen, dafür bessere Fragen.",
  },
]

export const processes: SeedCohort["processes"] = [
  {
    by: "kowalski",
    at: on("workshop-1", 0, "11:20"),
    title: "Bescheinigung für die Wohngeldstelle",
    steps: `1. Die Wohngeldstelle bittet um eine Bescheinigung.
2. Wir suchen die letzte Fassung in der Ablage.
3. Wir rufen an, weil das Muster eine Angabe nicht vorsieht.
4. Die Bescheinigung geht mit der Hauspost.
5. Die Wohngeldstelle fragt nach einer zweiten Angabe.`,
    media: "E-Mail, Telefon, Ablage auf dem Laufwerk, Hauspost",
    pain: "Schritt 3 und 5: Zwei Stellen klären jedes Mal neu, was in die Bescheinigung gehört.",
    change:
      "Die Frage einmal im Forum stellen, von beiden Stellen beantworten lassen, das Muster dort ablegen. Die einzelne Bescheinigung bleibt in der Akte.",
  },
  {
    by: "petersen",
    at: on("workshop-1", 0, "11:35"),
    title: "Neue Fachfrage aus dem Beratungsgespräch",
    steps: `1. Im Gespräch taucht eine Frage auf, die ich nicht kenne.
2. Ich frage am Nachbartisch.
3. Ich schreibe Herrn Nowak eine E-Mail.
4. Herr Nowak schreibt an Grundsatz und Recht.
5. Die Antwort kommt bei mir an, wenn ich Glück habe.`,
    media: "Gespräch, E-Mail, Weiterleitung",
    pain: "Schritt 5: Die Antwort bleibt bei einer Person. Beim nächsten Mal fragt die Nächste.",
    change: "Frage ohne Angaben zu Personen ins Forum, Antwort mit Rechtsstand, alle lesen mit.",
  },
]
