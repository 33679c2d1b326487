import { on, type SeedEvidence, type SeedTakenEvidence } from "../../types.ts"

export const evidence: SeedEvidence[] = [
  {
    by: "mueller",
    at: on("assessment-1", -6, "10:00"),
    kind: "post",
    thread: "betreuung",
    title: "Meine Frage zum Kind, das bei beiden Eltern lebt",
    sentence:
      "Eine Frage mit Ausgangslage und Geprüftem, die seither viele gelesen haben, ohne dass jemand zu erkennen ist.",
    competences: ["digcomp@2.2:2.2", "digcomp@2.2:4.2"],
  },
  {
    by: "mueller",
    at: on("assessment-1", -6, "10:12"),
    kind: "post",
    thread: "eine-nachforderung",
    title: "Gute Praxis: eine vollständige Nachforderung statt drei",
    sentence:
      "Ich habe aufgeschrieben, was wir ausprobiert haben, mit den Stolpersteinen, und andere haben es übernommen.",
    competences: ["fachforum@1.0:A.3"],
  },
  {
    by: "mueller",
    at: on("assessment-1", -5, "15:00"),
    kind: "other",
    title: "Die Minute auf der Infoveranstaltung",
    sentence: "Ich habe einen echten Fall gezeigt; das Plakat mit den Einwänden liegt bei Workshop 4.",
    competences: ["fachforum@1.0:A.1"],
  },
  {
    by: "huber",
    at: on("assessment-1", -5, "09:00"),
    kind: "post",
    thread: "hinweis-verstaendlich",
    title: "Gute Praxis: ein Hinweis, den man versteht",
    sentence: "Aus einem Absatz, den niemand las, ist einer geworden, den Kolleginnen unverändert verwenden.",
    competences: ["fachforum@1.0:A.3", "digcomp@2.2:2.2"],
  },
  {
    by: "meier",
    at: on("assessment-1", -4, "13:30"),
    kind: "post",
    thread: "jobcenter-bewilligt",
    title: "Meine Frage zur Bewilligung durch das Jobcenter",
    sentence: "Ich habe gefragt, obwohl ich die Antwort halb wusste. Die andere Hälfte kannten viele nicht.",
    competences: ["digcomp@2.2:2.2", "fachforum@1.0:A.2"],
  },
  {
    by: "vogt",
    at: on("assessment-1", -6, "16:00"),
    kind: "post",
    thread: "betreuung",
    title: "Antwort zum Kind, das bei beiden Eltern lebt",
    sentence:
      "Eine Antwort mit Begründung, Vorgehen und Rechtsstand, nach der andere ohne Rückfrage entscheiden.",
    competences: ["fachforum@1.0:A.2", "fachforum@1.0:A.3"],
  },
]

export const takenEvidence: SeedTakenEvidence[] = [
  {
    by: "mueller",
    at: on("assessment-1", -5, "15:10"),
    source: "milestone",
    title: "Zwei Kolleginnen finden eine Antwort ohne Hilfe",
    sentence: "Wir haben die Kategorien nicht für uns gebaut, sondern mit anderen ausprobiert.",
    competences: ["fachforum@1.0:A.2"],
  },
  {
    by: "mueller",
    at: on("assessment-1", -5, "15:20"),
    source: "journal",
    title: "Ein Einwand, den ich zuerst nicht mochte",
    sentence: "Hier habe ich gelernt, zuerst zu fragen und dann zu antworten.",
    competences: ["fachforum@1.0:A.1"],
  },
  {
    by: "huber",
    at: on("assessment-1", -4, "10:30"),
    source: "milestone",
    title: "Jemand anderes hat eines übernommen",
    sentence: "Der Beweis, dass mein Text ohne mich funktioniert.",
    competences: ["fachforum@1.0:A.3"],
  },
]
