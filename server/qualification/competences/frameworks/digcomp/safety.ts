import { type Area, competence } from "../shape.ts"

export const safety: Area = {
  id: "4",
  name: { de: "Sicherheit", en: "Safety" },
  competences: [
    competence(
      "4.1",
      [
        "Schutz von Geräten",
        [
          "befolgt die Vorgaben zum Schutz von Gerät und Zugang",
          "erkennt übliche Gefahren wie gefälschte Nachrichten und handelt richtig",
          "schätzt neue Risiken ein und unterstützt andere beim sicheren Arbeiten",
          "verbessert den Schutz von Geräten und Daten in der Dienststelle",
        ],
      ],
      [
        "Protecting devices",
        [
          "follows the rules for protecting device and access",
          "recognises common dangers such as forged messages and acts rightly",
          "assesses new risks and supports others in working safely",
          "improves the protection of devices and data in the organisation",
        ],
      ],
    ),
    competence(
      "4.2",
      [
        "Schutz von personenbezogenen Daten und Privatsphäre",
        [
          "erkennt mit Hinweisen, welche Angaben zu einer Person gehören",
          "entfernt personenbezogene Angaben, bevor ein Fall mit anderen geteilt wird",
          "beurteilt schwierige Fälle und hilft anderen, Daten sparsam zu verwenden",
          "entwickelt Abläufe, in denen Datenschutz von Anfang an mitgedacht ist",
        ],
      ],
      [
        "Protecting personal data and privacy",
        [
          "recognises with hints which details belong to a person",
          "removes personal details before sharing a case with others",
          "judges difficult cases and helps others use data sparingly",
          "develops processes with data protection built in from the start",
        ],
      ],
    ),
    competence(
      "4.3",
      [
        "Schutz von Gesundheit und Wohlbefinden",
        [
          "nimmt Hinweise an, wie sich am Bildschirm gesund arbeiten lässt",
          "teilt die eigene Arbeit so ein, dass digitale Medien nicht überlasten",
          "achtet in der Gruppe auf Erreichbarkeit und Pausen und spricht Belastungen an",
          "wirkt an Regelungen mit, die gesundes digitales Arbeiten für alle sichern",
        ],
      ],
      [
        "Protecting health and well-being",
        [
          "takes hints on how to work healthily at a screen",
          "plans the own work so that digital media do not overload",
          "minds availability and breaks in the group and speaks about strain",
          "helps make rules that keep digital work healthy for all",
        ],
      ],
    ),
    competence(
      "4.4",
      [
        "Schutz der Umwelt",
        [
          "kennt nach Hinweisen einfache Wege, beim digitalen Arbeiten Energie zu sparen",
          "achtet im Alltag selbst auf einen sparsamen Umgang mit Geräten und Daten",
          "gewinnt andere für einen sparsamen Umgang und zeigt, wie er gelingt",
          "bringt Umweltfragen in Entscheidungen über digitale Mittel ein",
        ],
      ],
      [
        "Protecting the environment",
        [
          "knows, after hints, simple ways to save energy in digital work",
          "minds a sparing use of devices and data every day",
          "wins others for a sparing use and shows how it works",
          "brings environmental questions into decisions on digital means",
        ],
      ],
    ),
  ],
}
