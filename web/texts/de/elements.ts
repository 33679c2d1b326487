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
  attach: {
    drop: "Dateien hierher ziehen. Ein Bildschirmfoto können Sie im Textfeld einfügen (Strg+V) oder dorthin ziehen: Dann steht es an dieser Stelle im Text.",
    screenshot: (when: string) => `Bildschirmfoto ${when}`,
  },
}
