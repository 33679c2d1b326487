import { type Area, competence } from "../shape.ts"

export const problems: Area = {
  id: "5",
  name: { de: "Problemlösung", en: "Problem solving" },
  competences: [
    competence(
      "5.1",
      [
        "Lösen technischer Probleme",
        [
          "beschreibt eine Störung und behebt sie mit Anleitung",
          "behebt wiederkehrende Störungen selbst und weiß, wer sonst hilft",
          "findet auch bei unbekannten Störungen einen Weg und hilft anderen dabei",
          "beseitigt die Ursachen von Störungen gemeinsam mit den zuständigen Stellen",
        ],
      ],
      [
        "Solving technical problems",
        [
          "describes a fault and mends it when guided",
          "mends recurring faults and knows who else helps",
          "finds a way even with unknown faults and helps others in it",
          "removes the causes of faults together with those responsible",
        ],
      ],
    ),
    competence(
      "5.2",
      [
        "Ermittlung von Bedarf und technologischen Lösungen",
        [
          "benennt mit Unterstützung, was die eigene Arbeit leichter machen würde",
          "beschreibt den Bedarf des eigenen Bereichs und wählt ein passendes Werkzeug",
          "passt ein Werkzeug mit anderen zusammen an deren Arbeitsabläufe an",
          "findet Lösungen für Aufgaben, an denen viele Stellen beteiligt sind",
        ],
      ],
      [
        "Identifying needs and technological responses",
        [
          "names with support what would make the own work easier",
          "describes the needs of the own unit and chooses a fitting tool",
          "adapts a tool together with others to their processes",
          "finds solutions for tasks in which many units take part",
        ],
      ],
    ),
    competence(
      "5.3",
      [
        "Kreativer Umgang mit digitalen Technologien",
        [
          "probiert mit anderen neue Möglichkeiten eines Werkzeugs aus",
          "nutzt digitale Mittel, um die eigene Arbeit auf neue Art zu erledigen",
          "regt andere an, Abläufe neu zu denken, und begleitet Versuche",
          "entwickelt mit digitalen Mitteln neue Angebote und erprobt sie mit vielen",
        ],
      ],
      [
        "Creatively using digital technologies",
        [
          "tries new possibilities of a tool together with others",
          "uses digital means to do the own work in a new way",
          "inspires others to rethink processes and accompanies experiments",
          "develops new services by digital means and tries them out with many",
        ],
      ],
    ),
    competence(
      "5.4",
      [
        "Ermittlung digitaler Kompetenzlücken",
        [
          "erkennt im Gespräch, was noch zu lernen ist",
          "schätzt die eigenen Fähigkeiten ein und lernt gezielt weiter",
          "hilft anderen, ihren Lernbedarf zu erkennen, und teilt, was selbst gelernt wurde",
          "fördert das Lernen in der Dienststelle und greift neue Entwicklungen auf",
        ],
      ],
      [
        "Identifying digital competence gaps",
        [
          "recognises in conversation what is still to be learned",
          "assesses the own abilities and goes on learning purposefully",
          "helps others see what they need to learn and shares what was learned",
          "promotes learning in the organisation and takes up new developments",
        ],
      ],
    ),
  ],
}
