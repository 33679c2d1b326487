import { ago, on, type SeedCohort } from "../../types.ts"

export const journal: SeedCohort["journal"] = [
  {
    by: "dangelo",
    at: on("workshop-1", 1, "17:30"),
    about: "workshop-1",
    title: "Die Jüngste am Tisch",
    body: "Ich dachte, ich sage heute nichts. Dann wollte Frau Kowalski wissen, wie ich mir die Sachen in den ersten Wochen gemerkt habe. Meine Antwort war das Forum, und plötzlich haben alle zugehört.",
  },
  {
    by: "dangelo",
    at: on("workshop-2", 1, "16:45"),
    about: "workshop-2",
    title: "Zwei Stellen, ein Muster",
    body: "Beim Zeichnen des Ablaufs haben wir gemerkt, dass beide Stellen glauben, die andere wolle es so. Niemand wollte es so. Merken: zuerst fragen, wer eigentlich etwas davon hat.",
    sharedWith: "group",
  },
  {
    by: "kowalski",
    at: on("impulse-5", 3, "12:40"),
    title: "Ich gebe ungern ab",
    body: "Wenn die Antworten im Forum stehen, bin ich nicht mehr die, die alle fragen. Das ist gut, und es ist auch ein komisches Gefühl.",
  },
  {
    by: "petersen",
    at: ago(2, "16:20"),
    title: "Gegenlesen lassen",
    body: "Herr Nowak hat in meinem Beitrag zwei Stellen gefunden, an denen man die Familie erkannt hätte. Ich hatte ihn dreimal gelesen.",
  },
]

export const selfRatings: SeedCohort["selfRatings"] = [
  {
    by: "dangelo",
    at: on("workshop-1", 4, "13:15"),
    point: "start",
    levels: {
      "digcomp@2.2:2.2": 2,
      "digcomp@2.2:2.4": 2,
      "digcomp@2.2:4.2": 1,
      "digcomp@2.2:5.2": 1,
      "fachforum@1.0:A.1": 1,
      "fachforum@1.0:A.2": 1,
    },
    sentences: {
      "digcomp@2.2:4.2": "Ich weiß, dass keine Namen ins Forum dürfen. Alles andere müsste ich nachfragen.",
      "fachforum@1.0:A.1": "Bisher habe ich Neues eher bekommen als eingeführt.",
    },
  },
  {
    by: "kowalski",
    at: on("workshop-1", 5, "10:50"),
    point: "start",
    levels: {
      "digcomp@2.2:2.2": 1,
      "digcomp@2.2:2.4": 1,
      "digcomp@2.2:4.2": 2,
      "digcomp@2.2:5.2": 2,
      "fachforum@1.0:A.1": 1,
      "fachforum@1.0:A.2": 1,
    },
    sentences: { "digcomp@2.2:4.2": "Darauf achte ich seit dreißig Jahren, nur auf Papier." },
  },
]

export const evidence: SeedCohort["evidence"] = [
  {
    by: "kowalski",
    at: ago(6, "11:20"),
    kind: "post",
    thread: "bescheinigung",
    title: "Meine Frage zur Bescheinigung für die Wohngeldstelle",
    sentence: "Ich habe eine Frage so gestellt, dass sie zwei Stellen nützt und niemand zu erkennen ist.",
    competences: ["digcomp@2.2:2.2", "digcomp@2.2:4.2"],
  },
]
