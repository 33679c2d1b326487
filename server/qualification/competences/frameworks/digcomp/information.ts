import { type Area, competence } from "../shape.ts"

export const information: Area = {
  id: "1",
  name: { de: "Informations- und Datenkompetenz", en: "Information and data literacy" },
  competences: [
    competence(
      "1.1",
      [
        "Recherchieren, Suchen und Filtern von Daten, Informationen und digitalen Inhalten",
        [
          "findet mit einem Hinweis die nötigen Informationen in bekannten Quellen",
          "wählt Suchwörter und Filter selbst und findet damit, was die eigene Aufgabe braucht",
          "sucht auch in neuen Quellen gezielt und zeigt anderen, wie sie schneller fündig werden",
          "verbessert für die ganze Dienststelle, wie Informationen gesucht und gefunden werden",
        ],
      ],
      [
        "Browsing, searching and filtering data, information and digital content",
        [
          "finds the information needed in familiar sources when given a hint",
          "chooses search words and filters and finds what the own task needs",
          "searches new sources purposefully and shows others how to find things faster",
          "improves how information is searched for and found in the whole organisation",
        ],
      ],
    ),
    competence(
      "1.2",
      [
        "Bewertung von Daten, Informationen und digitalen Inhalten",
        [
          "erkennt mit Unterstützung, von wem eine Angabe stammt und wie alt sie ist",
          "prüft Angaben an einer zweiten Quelle, bevor sie in die eigene Arbeit einfließen",
          "wägt widersprüchliche Quellen ab und erklärt anderen, worauf sie achten sollten",
          "entwickelt für die Dienststelle Maßstäbe, nach denen Inhalte geprüft werden",
        ],
      ],
      [
        "Evaluating data, information and digital content",
        [
          "recognises with support who made a statement and how old it is",
          "checks statements against a second source before using them",
          "weighs sources that contradict each other and explains to others what to look at",
          "develops standards by which the organisation checks contents",
        ],
      ],
    ),
    competence(
      "1.3",
      [
        "Verwaltung von Daten, Informationen und digitalen Inhalten",
        [
          "legt Dateien nach Vorgabe ab und findet sie wieder",
          "ordnet eigene Unterlagen so, dass auch die Vertretung sie findet",
          "richtet für eine Gruppe eine Ablage ein, die alle verstehen und nutzen",
          "gestaltet mit, wie Wissen in der Dienststelle geordnet und erhalten wird",
        ],
      ],
      [
        "Managing data, information and digital content",
        [
          "files documents as instructed and finds them again",
          "orders the own documents so that a deputy finds them, too",
          "sets up a filing structure for a group that everybody understands and uses",
          "helps shape how the organisation orders and preserves its knowledge",
        ],
      ],
    ),
  ],
}
