import { competence, type Framework } from "./shape.ts"

/** What the qualification is about beyond digital competence as such. */
export const programme: Framework = {
  id: "fachforum",
  version: "1.0",
  name: { de: "Eigene Kompetenzen der Qualifizierung", en: "Own competences of the qualification" },
  areas: [
    {
      id: "A",
      name: { de: "Fachlichen Austausch gestalten", en: "Shaping professional exchange" },
      competences: [
        competence(
          "A.1",
          [
            "Veränderung begleiten",
            [
              "trägt mit Unterstützung dazu bei, dass Kolleginnen und Kollegen eine Neuerung kennenlernen",
              "erklärt eine Neuerung verständlich und geht auf Fragen und Einwände ein",
              "gewinnt andere für eine Neuerung und plant mit ihnen die Einführung",
              "begleitet Veränderungen über Abteilungen hinweg und macht ihre Ergebnisse dauerhaft",
            ],
          ],
          [
            "Accompanying change",
            [
              "helps colleagues get to know something new, with support",
              "explains something new understandably and responds to questions and objections",
              "wins others for something new and plans its introduction with them",
              "accompanies change across departments and makes its results last",
            ],
          ],
        ),
        competence(
          "A.2",
          [
            "Ein Forum moderieren",
            [
              "beteiligt sich mit Anleitung daran, dass Fragen im Forum eine Antwort finden",
              "sorgt im eigenen Bereich für klare Fragen, zügige Antworten und Ordnung",
              "führt auch schwierige Gespräche im Forum zu einem guten Ergebnis",
              "entwickelt Aufbau und Regeln eines Forums mit den Beteiligten weiter",
            ],
          ],
          [
            "Facilitating a forum",
            [
              "helps, when guided, that questions in the forum find an answer",
              "sees to clear questions, prompt answers and order in the own part",
              "brings difficult conversations in the forum to a good result, too",
              "develops structure and rules of a forum with those concerned",
            ],
          ],
        ),
        competence(
          "A.3",
          [
            "Fachwissen verständlich weitergeben",
            [
              "hält mit einer Vorlage fest, wie ein Fall gelöst wurde",
              "beschreibt Lösungen so, dass andere sie ohne Rückfrage anwenden",
              "bereitet schwierige Sachverhalte für verschiedene Zielgruppen auf",
              "baut mit anderen einen Wissensbestand auf, der gepflegt und genutzt wird",
            ],
          ],
          [
            "Passing on specialist knowledge understandably",
            [
              "records with a template how a case was solved",
              "describes solutions so that others apply them without asking back",
              "prepares difficult matters for different audiences",
              "builds up a body of knowledge with others that is kept up and used",
            ],
          ],
        ),
        competence(
          "A.4",
          [
            "Kollegial beraten",
            [
              "bringt mit Unterstützung ein eigenes Anliegen in eine Beratung ein",
              "hört zu, fragt nach und gibt Anregungen, ohne zu belehren",
              "leitet eine Kollegiale Beratung an und achtet auf ihre Regeln",
              "macht gegenseitige Beratung zu einem festen Teil der Zusammenarbeit",
            ],
          ],
          [
            "Peer consulting",
            [
              "brings an own concern into a consultation, with support",
              "listens, asks and suggests without lecturing",
              "guides a peer consultation and minds its rules",
              "makes consulting one another a fixed part of working together",
            ],
          ],
        ),
      ],
    },
  ],
}
