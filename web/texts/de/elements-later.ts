/** What the small scripts say that come later: while somebody writes, sends files or has no connection. */
export const elementsLater = {
  paste: {
    label: "Eingefügter Text",
    formatted: "Mit Formatierung eingefügt.",
    pictures: (count: number) =>
      count === 1
        ? "Ein Bild wurde nicht übernommen. Fügen Sie es bitte als Datei hinzu."
        : `${count} Bilder wurden nicht übernommen. Fügen Sie sie bitte als Dateien hinzu.`,
    below: "Unter dem Feld können Sie das ändern.",
    plain: "Nur Text einfügen",
    isPlain: "Nur der Text ist eingefügt.",
    undo: "Rückgängig",
    undone: "Das Einfügen ist rückgängig gemacht.",
    keep: "So lassen",
  },
  passkey: {
    failed:
      "Das wurde abgebrochen, oder es gibt hier keinen passenden Passkey. Bitte versuchen Sie es noch einmal.",
  },
  mention: { label: "Personen zum Erwähnen" },
  mail: {
    label: "Eingefügte E-Mail",
    found: "Das sieht nach einer E-Mail aus. Was soll im Text bleiben?",
    useSubject: (subject: string) => `Betreff als Titel übernehmen: „${subject}“`,
    subjectUsed: "Der Betreff steht jetzt im Titel.",
    remove: "Entfernen",
    removeAll: "Alles davon entfernen",
    removed: (part: string) => `${part}: entfernt.`,
    keep: "So lassen",
    back: "Entferntes wieder einsetzen",
    isBack: "Das Entfernte steht wieder im Text.",
    parts: {
      greeting: "Anrede",
      closing: "Grußformel",
      signature: "Signatur",
      "quoted-header": "Kopfzeilen",
      "quoted-text": "Zitierter Text",
      disclaimer: "Hinweis der Absenderin oder des Absenders",
    },
  },
  personal: {
    label: "Mögliche personenbezogene Angaben",
    found: (count: number) =>
      count === 1
        ? "Eine Stelle sieht nach einer Angabe zu einer Person aus. Bitte prüfen Sie sie vor dem Senden."
        : `${count} Stellen sehen nach Angaben zu Personen aus. Bitte prüfen Sie sie vor dem Senden.`,
    blacken: (replacement: string) => `Schwärzen: ${replacement}`,
    blackenAll: (count: number) => `Alle ${count} schwärzen`,
    blackened: (replacement: string) => `Geschwärzt: ${replacement}`,
  },
  upload: {
    progress: (name: string) => `${name} wird hochgeladen`,
    added: (name: string) => `${name} ist hinzugefügt.`,
    addedImage: (name: string) => `${name} ist hinzugefügt. Bitte beschreiben Sie, was zu sehen ist.`,
    removed: (name: string) => `${name} ist entfernt.`,
    removedFromText: (name: string) => `${name} stand auch im Text und ist dort ebenfalls entfernt.`,
    remove: "Entfernen",
    place: "In den Text einfügen",
    placed: (name: string) => `${name} steht jetzt im Text.`,
    tooLarge:
      "Die Datei ist größer als 10 MB. Bitte verkleinern Sie sie, zum Beispiel als PDF mit geringerer Auflösung, oder teilen Sie sie auf.",
    tooMany:
      "Ein Beitrag kann höchstens 8 Dateien haben. Bitte fassen Sie mehrere zu einem PDF zusammen oder entfernen Sie andere.",
    failed: (name: string, reason: string) => `${name}: ${reason}`,
    brokenOff: "Die Übertragung ist abgebrochen. Die Datei ist nicht dabei.",
    offline: "Keine Verbindung. Die Datei ist nicht dabei.",
    again: "Noch einmal versuchen",
    without: "Ohne diese Datei fortfahren",
    undecided: "Noch nicht gesendet: Diese Datei wäre nicht dabei. Bitte entscheiden Sie.",
    dismissed: "Die Datei wird nicht mitgesendet.",
    waiting: "Die Dateien werden noch hochgeladen. Danach wird gesendet.",
  },
  outbox: {
    label: "Noch nicht gesendet",
    pending: (count: number) => (count === 1 ? "1 noch nicht gesendet" : `${count} noch nicht gesendet`),
    waiting: "Es bleibt in diesem Browser und wird gesendet, sobald die Verbindung wieder da ist.",
    kept: "Noch nicht gesendet. Es wird gesendet, sobald die Verbindung wieder da ist.",
    sent: "Gespeichert.",
    signIn: "Bitte melden Sie sich in einem neuen Fenster an. Danach wird gesendet.",
    refused: "Nicht angenommen",
    again: "Noch einmal versuchen",
    takeOver: "Ins Formular übernehmen",
    discard: "Verwerfen",
    photo: "Foto",
  },
}
