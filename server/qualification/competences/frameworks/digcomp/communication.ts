import { type Area, competence } from "../shape.ts"

export const communication: Area = {
  id: "2",
  name: { de: "Kommunikation und Zusammenarbeit", en: "Communication and collaboration" },
  competences: [
    competence(
      "2.1",
      [
        "Interaktion mithilfe digitaler Technologien",
        [
          "nutzt mit Anleitung die üblichen Wege, andere digital zu erreichen",
          "wählt für einen Anlass den passenden Weg: Forum, E-Mail, Chat oder Videotreffen",
          "hilft anderen, sich auf passende Wege der Kommunikation zu einigen",
          "entwickelt die Kommunikation der Dienststelle mit neuen Formen weiter",
        ],
      ],
      [
        "Interacting through digital technologies",
        [
          "uses the common ways to reach others digitally when guided",
          "chooses the way that fits the occasion: forum, e-mail, chat or video meeting",
          "helps others agree on fitting ways of communication",
          "develops the organisation’s communication with new forms",
        ],
      ],
    ),
    competence(
      "2.2",
      [
        "Teilen mithilfe digitaler Technologien",
        [
          "stellt mit Unterstützung eigene Fragen und Ergebnisse für andere bereit",
          "teilt Wissen von sich aus so, dass andere es verstehen und wiederfinden",
          "ermutigt andere zum Teilen und zeigt, wie aus Einzelwissen gemeinsames wird",
          "verankert das Teilen von Wissen in den Abläufen der Dienststelle",
        ],
      ],
      [
        "Sharing through digital technologies",
        [
          "makes own questions and results available to others with support",
          "shares knowledge unasked, so that others understand it and find it again",
          "encourages others to share and shows how one person’s knowledge becomes everybody’s",
          "makes sharing of knowledge a part of how the organisation works",
        ],
      ],
    ),
    competence(
      "2.3",
      [
        "Bürgerschaftliche Teilhabe mithilfe digitaler Technologien",
        [
          "kennt mit Hinweisen digitale Angebote, mit denen sich Menschen beteiligen können",
          "nutzt digitale Angebote der Verwaltung und der Beteiligung selbstständig",
          "erklärt anderen Wege der digitalen Beteiligung und räumt Hürden aus",
          "gestaltet digitale Angebote mit, durch die sich mehr Menschen beteiligen",
        ],
      ],
      [
        "Engaging in citizenship through digital technologies",
        [
          "knows, with hints, digital services through which people can take part",
          "uses digital public services and forms of participation independently",
          "explains ways of digital participation to others and removes obstacles",
          "helps design digital services through which more people take part",
        ],
      ],
    ),
    competence(
      "2.4",
      [
        "Zusammenarbeit mithilfe digitaler Technologien",
        [
          "arbeitet mit Anleitung an gemeinsamen Dokumenten und Aufgaben mit",
          "erledigt gemeinsame Aufgaben digital und hält Absprachen für alle sichtbar fest",
          "organisiert die digitale Zusammenarbeit einer Gruppe und löst Schwierigkeiten dabei",
          "führt neue Formen der Zusammenarbeit über Abteilungen hinweg ein",
        ],
      ],
      [
        "Collaborating through digital technologies",
        [
          "works on shared documents and tasks when guided",
          "completes shared tasks digitally and records agreements where all see them",
          "organises the digital collaboration of a group and resolves difficulties",
          "introduces new forms of collaboration across departments",
        ],
      ],
    ),
    competence(
      "2.5",
      [
        "Netiquette",
        [
          "hält sich mit gelegentlichen Hinweisen an die Regeln des Umgangs im Netz",
          "schreibt auch unter Zeitdruck freundlich, klar und für die Lesenden passend",
          "greift bei Missverständnissen vermittelnd ein und bleibt dabei sachlich",
          "entwickelt mit anderen Regeln, die einen guten Umgang auf Dauer sichern",
        ],
      ],
      [
        "Netiquette",
        [
          "keeps to the rules of online conduct with an occasional hint",
          "writes in a friendly, clear and fitting way even under pressure",
          "mediates in misunderstandings and stays factual",
          "develops rules with others that keep conduct good for long",
        ],
      ],
    ),
    competence(
      "2.6",
      [
        "Verwaltung der digitalen Identität",
        [
          "richtet mit Hilfe das eigene Profil ein und schützt den Zugang",
          "trennt dienstliche und private Auftritte und hält die eigenen Angaben aktuell",
          "berät andere dazu, was sie im Netz von sich zeigen und wie sie es steuern",
          "klärt für die Dienststelle, wie mit Konten und Auftritten umgegangen wird",
        ],
      ],
      [
        "Managing digital identity",
        [
          "sets up the own profile with help and protects access to it",
          "keeps work and private presence apart and the own details up to date",
          "advises others on what they show of themselves online and how to control it",
          "settles for the organisation how accounts and presences are handled",
        ],
      ],
    ),
  ],
}
