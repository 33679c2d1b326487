import { type Area, competence } from "../shape.ts"

export const content: Area = {
  id: "3",
  name: { de: "Erstellung digitaler Inhalte", en: "Digital content creation" },
  competences: [
    competence(
      "3.1",
      [
        "Entwicklung digitaler Inhalte",
        [
          "erstellt mit einer Vorlage einfache Texte und Übersichten",
          "erstellt gut gegliederte Inhalte in der Form, die zum Zweck passt",
          "gestaltet anspruchsvolle Inhalte barrierefrei und leitet andere dabei an",
          "entwickelt Vorlagen und Formate, mit denen viele gute Inhalte erstellen",
        ],
      ],
      [
        "Developing digital content",
        [
          "makes simple texts and overviews from a template",
          "makes well structured contents in the form that fits the purpose",
          "designs demanding contents accessibly and guides others in it",
          "develops templates and formats with which many make good contents",
        ],
      ],
    ),
    competence(
      "3.2",
      [
        "Integration und Überarbeitung digitaler Inhalte",
        [
          "ändert und ergänzt mit Unterstützung vorhandene Inhalte",
          "fasst Inhalte aus mehreren Quellen zu etwas Neuem zusammen",
          "verbessert gemeinsame Inhalte so, dass sie für viele brauchbar werden",
          "sorgt dafür, dass Inhalte der Dienststelle laufend gepflegt und weiterentwickelt werden",
        ],
      ],
      [
        "Integrating and re-elaborating digital content",
        [
          "changes and adds to existing contents with support",
          "combines contents of several sources into something new",
          "improves shared contents so that many can use them",
          "sees to it that the organisation’s contents are kept up and developed",
        ],
      ],
    ),
    competence(
      "3.3",
      [
        "Urheberrecht und Lizenzen",
        [
          "weiß nach einem Hinweis, dass fremde Inhalte nicht frei verwendet werden dürfen",
          "prüft vor der Verwendung, was eine Lizenz erlaubt, und nennt die Quelle",
          "klärt schwierige Fälle und hilft anderen, Inhalte rechtssicher zu nutzen",
          "regelt für die Dienststelle, wie eigene und fremde Inhalte genutzt werden",
        ],
      ],
      [
        "Copyright and licences",
        [
          "knows after a hint that other people’s contents may not be used freely",
          "checks what a licence permits before use, and names the source",
          "settles difficult cases and helps others use contents lawfully",
          "settles for the organisation how own and others’ contents are used",
        ],
      ],
    ),
    competence(
      "3.4",
      [
        "Programmieren",
        [
          "folgt einer Anleitung, um einen kleinen Ablauf zu automatisieren",
          "baut selbst einfache Formeln, Regeln oder Skripte für die eigene Arbeit",
          "erstellt verständliche, geprüfte Lösungen, die auch andere verwenden",
          "entwickelt Lösungen für umfassende Aufgaben und sichert ihre Pflege",
        ],
      ],
      [
        "Programming",
        [
          "follows instructions to automate a small process",
          "builds simple formulas, rules or scripts for the own work",
          "makes understandable, checked solutions that others use, too",
          "develops solutions for extensive tasks and secures their maintenance",
        ],
      ],
    ),
  ],
}
