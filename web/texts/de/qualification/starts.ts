/** The forms of the first workshop: own experience and work processes. */
export const starts = {
  experiences: {
    title: "Erfahrungen mit digitalen Medien",
    section: "Kurz aufschreiben, was gut klappt und was stört, und gemeinsam ansehen.",
    lead: "Einige kurze Fragen. Was Sie leer lassen, fehlt niemandem.",
    ownTitle: "Ihre Antworten",
    media: "Welche Medien nutzen Sie bei der Arbeit?",
    kinds: {
      mail: "E-Mail",
      phone: "Telefon",
      chat: "Chat",
      video: "Videokonferenz",
      "shared-files": "gemeinsame Ablage",
      forum: "Forum",
      wiki: "Wiki",
    },
    questions: {
      helps: "Was klappt gut?",
      hinders: "Was stört oder kostet Zeit?",
      wish: "Was wünschen Sie sich?",
    },
    anonymous: "Meine Antworten ohne Namen zeigen",
    anonymousHint:
      "Antworten ohne Namen erscheinen erst, wenn zu einer Frage mindestens drei da sind, nach dem Alphabet und ohne Zeitpunkt. Ihren Stil kann man trotzdem erkennen.",
    save: "Antworten speichern",
    together: "Gemeinsam angesehen",
    nothing: "Noch keine Antwort, die gezeigt werden kann.",
    medium: "Medium",
    people: "Personen",
    tooFew: "Zahlen stehen hier ab fünf Antworten.",
  },
  processes: {
    title: "Arbeitsabläufe",
    section:
      "Abläufe der Abteilung durchgehen: Schritte, Medien, was hakt, was eine Plattform ändern könnte.",
    lead: "Was die Gruppe hier aufschreibt, gehört der Gruppe: ohne Namen, alle können es ergänzen.",
    add: "Arbeitsablauf hinzufügen",
    edit: "Bearbeiten",
    toProject: "Lernprojekt daraus beginnen",
    editTitle: "Arbeitsablauf bearbeiten",
    emptyTitle: "Noch kein Arbeitsablauf",
    emptyText: "Beginnen Sie mit einem Ablauf, den alle kennen, zum Beispiel dem Posteingang.",
    fields: {
      title: "Arbeitsablauf",
      steps: "Schritte",
      media: "Medien heute",
      pain: "Was hakt",
      change: "Was eine Plattform ändern könnte",
    },
    titleHint: "Zum Beispiel: Rückfrage zu einem Antrag",
    save: "Arbeitsablauf speichern",
    remove: "Löschen",
    removeText: "Der Arbeitsablauf wird für die ganze Gruppe gelöscht.",
    removeNow: "Jetzt löschen",
    conflict:
      "Inzwischen hat jemand eine neuere Fassung gespeichert. Sie steht hier; Ihre Eingaben stehen darunter im Formular.",
  },
}
