import type { SeedRound } from "../../types.ts"

type Levels = SeedRound["levels"][string]
const level = (own: number, other: number, agreed: number, reason: string, evidence = ""): Levels => ({
  own,
  other,
  agreed,
  reason,
  evidence,
})

export const rounds: SeedRound[] = [
  {
    learner: "mueller",
    releasesFormer: true,
    situations: [
      {
        deed: "Ich habe mit Herrn Meier die Kategorien eingerichtet und zwei Kolleginnen schweigend beim Suchen zugesehen.",
        novelty: "Nicht zu helfen, obwohl ich die Antwort wusste.",
        proof: "Danach haben wir zwei Kategorien umbenannt und eine gestrichen.",
      },
      {
        deed: "Ich habe auf der Infoveranstaltung einen echten Fall gezeigt.",
        novelty: "Vor dreißig Leuten zu sprechen.",
        proof: "Elf Karten mit Einwänden, und auf jede habe ich geantwortet.",
      },
    ],
    observations: [
      {
        competence: "fachforum@1.0:A.1",
        text: "Sie hat nach der Veranstaltung drei Kollegen angesprochen, die nichts gesagt hatten.",
      },
    ],
    levels: {
      "digcomp@2.2:2.2": level(
        3,
        3,
        3,
        "Wählt für jede Auskunft den passenden Ort und zeigt anderen, wie es geht.",
        "Frage zum Kind bei beiden Eltern",
      ),
      "digcomp@2.2:4.2": level(
        3,
        3,
        3,
        "Erkennt Angaben zu Personen auch dort, wo sie sich verstecken, und hilft anderen beim Bereinigen.",
        "Übung in Workshop 4",
      ),
      "fachforum@1.0:A.1": level(
        3,
        3,
        3,
        "Hat die Einführung mit getragen und jeden Einwand beantwortet.",
        "Infoveranstaltung",
      ),
      "fachforum@1.0:A.2": level(
        3,
        3,
        3,
        "Ordnet Fragen, hält Kategorien schlank und führt auch schwierige Gespräche zu einem Ergebnis.",
        "Kategorien und Schreibhilfen",
      ),
      "fachforum@1.0:A.3": level(
        3,
        3,
        3,
        "Schreibt so, dass andere es ohne Rückfrage anwenden.",
        "Eine vollständige Nachforderung statt drei",
      ),
    },
    sentences: `Sabine Müller hat das Fachforum mit der IT auf den Weg gebracht und für die Wohngeldstelle eingerichtet: Kategorien und Schreibhilfen, die sich im Alltag bewähren.
Sie hat Kolleginnen und Kollegen für die neue Arbeitsweise gewonnen und jeden Einwand aufgenommen und beantwortet.
Im Namen der Gruppe hat sie die Rückmeldung an die Führungskräfte zusammengestellt.`,
  },
  {
    learner: "huber",
    releasesFormer: true,
    situations: [
      {
        deed: "Ich habe drei Beispiele guter Praxis aufgeschrieben.",
        novelty: "Den Absatz mit den Fehlern stehen zu lassen.",
        proof: "Eine Kollegin aus einer anderen Gruppe benutzt den Text unverändert.",
      },
    ],
    observations: [
      {
        competence: "fachforum@1.0:A.3",
        text: "Ihre Texte klingen wie sie selbst, deshalb werden sie gelesen.",
      },
    ],
    levels: {
      "digcomp@2.2:2.2": level(
        2,
        2,
        2,
        "Teilt ihr Wissen im Forum selbstständig und regelmäßig.",
        "Ein Hinweis, den man versteht",
      ),
      "digcomp@2.2:4.2": level(
        3,
        3,
        3,
        "Langjährige Sorgfalt, jetzt auch in Beiträgen, die viele lesen.",
        "",
      ),
      "fachforum@1.0:A.1": level(
        2,
        3,
        2,
        "Hat die Rückmeldungen zu den Nutzungsregeln in beiden Abteilungen eingesammelt.",
        "Nutzungsregeln",
      ),
      "fachforum@1.0:A.2": level(
        2,
        2,
        2,
        "Antwortet zügig, gibt Hinweise und widerspricht, wo es nötig ist, freundlich.",
        "",
      ),
      "fachforum@1.0:A.3": level(
        3,
        3,
        3,
        "Bereitet auch Schwieriges für verschiedene Gruppen auf.",
        "Drei Beispiele guter Praxis",
      ),
    },
    sentences: `Petra Huber hat ihr Erfahrungswissen in Beispielen guter Praxis festgehalten, die andere ohne Rückfrage übernehmen.
Sie hat die Nutzungsregeln des Fachforums mit den Rückmeldungen aus zwei Abteilungen zu einem gemeinsamen Text gemacht.
Ihre Beispiele haben gezeigt, wie aus Erfahrung ein Vorgehen wird, das alle nutzen können.`,
  },
  {
    learner: "meier",
    releasesFormer: false,
    situations: [
      {
        deed: "Ich habe die Datenschutzbeauftragte früh angesprochen und in die Lerngruppe geholt.",
        novelty: "Jemanden anzurufen, den ich nicht kannte, und dranzubleiben.",
        proof: "Frau Ott kam in Workshop 4 und hat die Prüfliste mit uns durchgesehen.",
      },
    ],
    observations: [
      {
        competence: null,
        text: "In der Außenstelle hat er zwanzig Minuten lang nur zugehört. Danach kamen die Fragen von selbst.",
      },
    ],
    levels: {
      "digcomp@2.2:2.2": level(
        3,
        3,
        3,
        "Unterscheidet sicher, was in den Chat und was ins Forum gehört.",
        "Frage zur Bewilligung durch das Jobcenter",
      ),
      "digcomp@2.2:4.2": level(2, 2, 2, "Hat die Datenschutzbeauftragte früh einbezogen.", ""),
      "fachforum@1.0:A.1": level(
        2,
        3,
        3,
        "Plant die Einführung mit und geht dorthin, wo es stockt.",
        "Besuch in der Außenstelle",
      ),
      "fachforum@1.0:A.2": level(
        3,
        3,
        3,
        "Hält die Sprechstunde und führt Fragen an die richtige Stelle.",
        "",
      ),
      "fachforum@1.0:A.3": level(2, 2, 2, "Beschreibt Lösungen klar und knapp.", ""),
    },
    sentences: `Thomas Meier hat die Fragen der Kolleginnen und Kollegen gesammelt und die Datenschutzbeauftragte früh beteiligt.
Er hat die Infoveranstaltung mit vorbereitet und die Kolleginnen und Kollegen der Außenstelle vor Ort gewonnen.
In der Sprechstunde hilft er anderen, ihre Fragen so zu stellen, dass sie beantwortet werden können.`,
  },
  {
    learner: "vogt",
    releasesFormer: true,
    situations: [
      {
        deed: "Ich habe die ersten Antworten mit Rechtsstand und Wiedervorlage eingestellt und Herrn Albrecht eingearbeitet.",
        novelty: "Eine Antwort zu veröffentlichen, die alle lesen und an der man mich messen kann.",
        proof: "Mehrere haben danach entschieden, ohne noch einmal anzurufen.",
      },
    ],
    observations: [
      {
        competence: "fachforum@1.0:A.2",
        text: "Seit sie zuerst zurückfragt, sind die Fragen besser geworden.",
      },
    ],
    levels: {
      "digcomp@2.2:2.2": level(
        3,
        3,
        3,
        "Gibt Auskünfte dort, wo alle sie finden, und nur dort.",
        "Antwort zum Kind bei beiden Eltern",
      ),
      "digcomp@2.2:4.2": level(
        3,
        3,
        3,
        "Hat die Prüfliste zum Datenschutz geführt und offene Punkte bis zum Ende verfolgt.",
        "Bestätigte Seite zum Datenschutz",
      ),
      "fachforum@1.0:A.1": level(2, 2, 2, "Hat mit dem Personalrat eine tragfähige Lösung gefunden.", ""),
      "fachforum@1.0:A.2": level(2, 3, 3, "Fragt nach, bevor sie antwortet, und hält Fristen ein.", ""),
      "fachforum@1.0:A.3": level(
        3,
        3,
        3,
        "Bereitet schwierige Sachverhalte genau und verständlich auf.",
        "Antwort zum Kind bei beiden Eltern",
      ),
    },
    sentences: `Katrin Vogt hat das Verfahren entwickelt, nach dem Antworten der Fachabteilung ihren Rechtsstand nennen und wieder geprüft werden.
Sie hat die Fragen des Datenschutzes und der Mitbestimmung mit den zuständigen Stellen geklärt.
Sie antwortet so, dass Kolleginnen und Kollegen sicher entscheiden können.`,
  },
]
