/** What the small scripts say. Bundled with them, so nothing here may hold more than a page's reader may know. */
export const elements = {
  search: {
    label: "Vorschläge",
    count: (count: number) =>
      count === 1
        ? "1 Vorschlag, Auswahl mit den Pfeiltasten"
        : `${count} Vorschläge, Auswahl mit den Pfeiltasten`,
    all: (typed: string) => `Alle Ergebnisse zu „${typed}“ anzeigen`,
    answered: "beantwortet",
    official: "Antwort der Fachabteilung",
  },
  dayOff: {
    hint: (why: string) => `Kein Arbeitstag: ${why}. Sie können ihn trotzdem wählen.`,
    saturday: "Samstag",
    sunday: "Sonntag",
    "year-end": "zwischen Heiligabend und Neujahr",
  },
  toolbar: {
    label: "Text formatieren",
    bold: "Fett",
    italic: "Kursiv",
    list: "Aufzählung",
    numbers: "Nummerierte Liste",
    quote: "Zitat",
    link: "Link",
    table: "Tabelle",
    column: (number: number) => `Spalte ${number}`,
    code: "Code",
    withKey: (name: string, key: string) => `${name} (Strg+${key})`,
    preview: "Vorschau",
    previewShown: "Die Vorschau wird angezeigt.",
    previewHidden: "Sie können weiterschreiben.",
    previewEmpty: "Noch kein Text.",
    placeholder: "Text",
  },
  limit: {
    left: (left: string, most: string) => `Noch ${left} von ${most} Zeichen`,
    over: (count: number, text: string, most: string) =>
      count === 1
        ? `1 Zeichen zu lang. Höchstens ${most} sind möglich.`
        : `${text} Zeichen zu lang. Höchstens ${most} sind möglich.`,
  },
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
  failed: "Das hat nicht geklappt. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  keep: {
    label: "Nicht gesendeter Text",
    offer: (when: string) => `Hier ist noch Text vom ${when}, den Sie nicht gesendet haben.`,
    restore: "Wiederherstellen",
    discard: "Verwerfen",
    restored: "Ihr Text ist wieder da.",
    discarded: "Der Text ist verworfen.",
    filesMissing: "Dateien müssen Sie noch einmal hinzufügen.",
  },
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
  similar: {
    found: (count: number) =>
      count === 1 ? "1 ähnlicher Beitrag gefunden" : `${count} ähnliche Beiträge gefunden`,
    jump: "Zu den ähnlichen Beiträgen",
    back: "Zurück zum Text",
    kept: (title: string) =>
      title
        ? `Was Sie geschrieben haben, ist noch da: „${title}“`
        : "Was Sie geschrieben haben, ist noch da.",
    resume: "Weiterschreiben",
    discard: "Verwerfen, die Antwort ist gefunden",
  },
  upload: {
    drop: "Dateien hierher ziehen. Ein Bildschirmfoto können Sie im Textfeld einfügen (Strg+V) oder dorthin ziehen: Dann steht es an dieser Stelle im Text.",
    progress: (name: string) => `${name} wird hochgeladen`,
    added: (name: string) => `${name} ist hinzugefügt.`,
    addedImage: (name: string) => `${name} ist hinzugefügt. Bitte beschreiben Sie, was zu sehen ist.`,
    removed: (name: string) => `${name} ist entfernt.`,
    removedFromText: (name: string) => `${name} stand auch im Text und ist dort ebenfalls entfernt.`,
    remove: "Entfernen",
    place: "In den Text einfügen",
    placed: (name: string) => `${name} steht jetzt im Text.`,
    screenshot: (when: string) => `Bildschirmfoto ${when}`,
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
  confirm: { confirm: "Ja", cancel: "Abbrechen", label: "Bitte bestätigen" },
  offline: {
    keptText:
      "Keine Verbindung zum Forum. Noch nichts ist gesendet; was Sie geschrieben haben, bleibt hier stehen. Bitte lassen Sie die Seite offen.",
    notSent: "Keine Verbindung zum Forum. Noch nichts ist gesendet. Bitte lassen Sie die Seite offen.",
    back: "Die Verbindung ist wieder da.",
    send: "Jetzt senden",
  },
  sending: "Wird gesendet …",
  copy: { done: "Kopiert", failed: "Kopieren nicht möglich. Bitte markieren und kopieren Sie selbst." },
  live: {
    answers: (count: number) => (count === 1 ? "1 neue Antwort" : `${count} neue Antworten`),
    comments: (count: number) => (count === 1 ? "1 neuen Kommentar" : `${count} neue Kommentare`),
    and: (one: string, other: string) => `${one} und ${other}`,
    show: (what: string) => `${what} anzeigen`,
    changed: "Der Beitrag wurde geändert – neu anzeigen",
    asked: "Die Fachabteilung hat eine Rückfrage gestellt. Anzeigen",
    replied: "Die Rückfrage ist beantwortet. Anzeigen",
    moved: "Der Stand der Frage hat sich geändert – neu anzeigen",
    queueChanged: "Die Liste hat sich geändert – neu laden",
    shown: "Die Seite ist auf dem neuesten Stand.",
  },
  timer: {
    left: (minutes: number) => `noch ${minutes} min`,
    more: (minutes: number) => `${minutes} min darüber`,
    over: (title: string) => `Die Zeit für „${title}“ ist um.`,
    phase: (title: string) => `Jetzt: ${title}`,
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
