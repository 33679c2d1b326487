import { numberFormat } from "../../../server/kernel/formats.ts"

const number = numberFormat("de", {})

/** A question or best practice with what stands below it, and the fields for attachments. */
type RedactPlaces = { place: keyof typeof redactNames; count: number }[]
type RedactForm = { count: number; result: string; places: RedactPlaces }
const redactNames = {
  title: "Titel",
  tags: "Schlagwörter",
  text: "Text",
  versions: "frühere Fassungen",
  attachments: "Anhänge",
  notes: "Notizen und Meldungen",
}
const redactKinds = {
  question: "Frage",
  "best-practice": "Gute Praxis",
  answer: "Antwort",
  comment: "Kommentar",
}
const redactPlaces = (places: RedactPlaces) =>
  places.map(({ place, count }) => `${redactNames[place]}: ${count}`).join(", ")
const redactResult = (result: string) => (result === "█████" ? "" : `wird zu „${result}“`)

export const thread = {
  uploads: {
    legend: "Anhänge",
    choose: "Dateien hinzufügen",
    hint: "Bilder, PDF, Office-Dateien ohne Makros und Text, je Datei höchstens 10 MB, höchstens 8 Dateien. Bitte ohne Angaben zu Personen.",
    newAlternative: "Beschreibung neuer Bilder",
    newAlternativeHint:
      "Wenn Sie Bilder hinzufügen: Was ist zu sehen? Ein Satz hilft allen, die das Bild nicht sehen können.",
    alternative: "Bildbeschreibung",
    alternativeHint: "Was ist auf dem Bild zu sehen?",
    undescribed:
      "Noch ohne Beschreibung: Wer das Bild nicht sehen kann, erfährt nicht, was es zeigt. Senden können Sie trotzdem.",
    place: "Im Text zeigen Sie das Bild, wenn Sie dies an die Stelle kopieren, an der es stehen soll:",
    remove: "Diese Datei entfernen",
    removeNamed: (name: string) => `„${name}“ entfernen`,
  },
  attachments: {
    label: "Anhänge",
    pictures: "Bilder",
    image: (name: string) => `Bild ohne Beschreibung: ${name}`,
    open: "in voller Größe öffnen",
    download: "herunterladen",
    waiting: "wird auf Viren geprüft",
    infected: "gesperrt: Virenfund",
  },

  /** Who wrote it, and when. */
  me: "Sie",
  edited: "bearbeitet",
  questionBy: (name: string) => `Frage von ${name}`,
  answerBy: (name: string) => `Antwort von ${name}`,
  officialBy: (department: string, name: string) => `Antwort der Fachabteilung ${department} von ${name}`,
  bestPracticeBy: (name: string) => `Beispiel von ${name}`,
  toPostBy: (name: string) => `zum Beitrag von ${name}`,
  ofPostBy: (name: string) => `den Beitrag von ${name}`,

  facts: {
    title: "Auf einen Blick",
    state: "Status",
    responsible: "Zuständig",
    passedOn: "abgegeben",
    taken: "In Bearbeitung bei",
    wantedBy: "Antwort erbeten bis",
    category: "Kategorie",
    tags: "Schlagwörter",
    asked: "Gestellt",
    shared: "Geteilt",
    same: "Auch gefragt",
    reused: "Nachgenutzt",
    sameCount: (count: number) => (count === 1 ? "1 weitere Person" : `${count} weitere Personen`),
    reusedCount: (count: number) => (count === 1 ? "1-mal" : `${count}-mal`),
  },

  notices: {
    hiddenTitle: "Ausgeblendet",
    hidden:
      "Diesen Beitrag sehen nur noch die Person, die ihn geschrieben hat, die Fachansprechpersonen der zuständigen Abteilung und die Administration.",
    hiddenReason: (reason: string) => `Begründung: ${reason}`,
    /** In place of the title, for everybody but its author. */
    withdrawnQuestion: "Zurückgezogene Frage",
    withdrawnTitle: "Zurückgezogen",
    withdrawnMine: "Nur Sie sehen den Text noch. Sie können den Beitrag wiederherstellen.",
    withdrawn: "Dieser Beitrag wurde zurückgezogen.",
    outdatedTitle: "Möglicherweise veraltet",
    outdated: {
      reported:
        "Diese Antwort wurde als veraltet gemeldet. Die Fachabteilung prüft sie. Prüfen Sie bis dahin bitte selbst, ob sie noch gilt.",
      due: (day: string) =>
        `Die Wiedervorlage war am ${day}. Die Fachabteilung prüft diese Antwort. Prüfen Sie bis dahin bitte selbst, ob sie noch gilt.`,
      "newer-gone":
        "Die Antwort, die diese ersetzt hatte, gibt es nicht mehr. Die Fachabteilung prüft, ob diese wieder gilt. Prüfen Sie es bis dahin bitte selbst.",
    },
    reports: "Gemeldet wurde:",
    replacedTitle: "Ersetzt",
    replaced: "Zu dieser Frage gibt es eine neuere Antwort der Fachabteilung.",
    replacedLink: "Zur neueren Antwort",
    duplicateTitle: "Diese Frage gibt es schon",
    duplicate: "Bitte lesen und schreiben Sie in der ursprünglichen Frage weiter:",
    duplicateUnseen: "Die ursprüngliche Frage ist für Ihre Abteilung nicht sichtbar.",
    closedTitle: "Diese Frage ist geschlossen",
    closed:
      "Neue Antworten und Kommentare sind nicht mehr möglich. Wer gefragt hat und die Fachabteilung können die Frage wieder öffnen.",
    archived: "Diese Kategorie ist archiviert. Ihre Beiträge bleiben lesbar; neue sind nicht möglich.",
  },

  askedBack: {
    title: "Die Fachabteilung hat eine Rückfrage an Sie",
    waiting:
      "Die Fachabteilung hat nachgefragt. Die Frage wartet auf die Antwort der Person, die sie gestellt hat.",
    reply: "Ihre Antwort auf die Rückfrage",
    submit: "Rückfrage beantworten",
    edit: "Sie können stattdessen auch Ihre Frage ergänzen:",
    editLink: "Frage bearbeiten",
    badge: "Rückfrage",
  },

  answers: {
    title: (count: number) =>
      count === 0 ? "Antworten" : count === 1 ? "1 Antwort" : `${number.format(count)} Antworten`,
    order:
      "Zuerst stehen Antworten der Fachabteilung, dann solche, die die fragende Person markiert hat, dann die hilfreichsten.",
    orderLink: "Mehr zur Reihenfolge",
    none: "Noch keine Antwort",
    noneText: "Wissen Sie etwas dazu? Auch ein Hinweis hilft weiter.",
    accepted: "Beantwortet die Frage",
  },

  /** Answers page by page. */
  pages: {
    label: "Seiten der Antworten",
    range: (from: number, to: number, all: number) =>
      from === to
        ? `Antwort ${number.format(to)} von ${number.format(all)}`
        : `Antworten ${number.format(from)} bis ${number.format(to)} von ${number.format(all)}`,
    previous: "Vorige Antworten",
    next: "Weitere Antworten",
    all: (count: number) => `Alle ${number.format(count)} Antworten anzeigen`,
    more: (count: number) => `${number.format(count)} Antworten auf einmal anzeigen`,
    fewer: (count: number) => `${number.format(count)} Antworten je Seite anzeigen`,
  },

  answerForm: {
    title: "Antwort schreiben",
    attach: "Dateien anhängen",
    body: "Ihre Antwort",
    hint: "Mit Fundstelle, wenn es eine gibt. Bitte ohne Angaben zu Personen.",
    kind: "Art der Antwort",
    official: "Antwort der Fachabteilung",
    officialHint: (department: string) =>
      `Sie antworten für ${department}. Die Frage gilt damit als beantwortet.`,
    hintKind: "Kollegialer Hinweis",
    hintKindHint: "Ohne Rechtsstand und Wiedervorlage. Die Frage bleibt offen.",
    dates: "Für eine Antwort der Fachabteilung",
    legalStatus: "Rechtsstand",
    legalStatusHint: "Tag, auf dessen Rechtslage sich die Antwort bezieht.",
    review: "Wiedervorlage",
    reviewHint: "Tag, an dem die Abteilung die Antwort wieder ansieht. Vorgeschlagen ist ein Jahr.",
    replaces: "Ersetzt eine frühere Antwort",
    replacesHint: "Die frühere Antwort bleibt lesbar und verweist auf die neue.",
    replacesNone: "Keine",
    replacesOption: (author: string, day: string) => `Antwort vom ${day} von ${author}`,
    submit: "Antwort veröffentlichen",
  },

  comments: {
    add: "Kommentieren",
    body: "Ihr Kommentar",
    hint: "Kurz und zur Sache. Für eine Lösung schreiben Sie besser eine Antwort.",
    hintBestPractice: "Kurz und zur Sache. Bitte ohne Angaben zu Personen.",
    submit: "Kommentar veröffentlichen",
    title: "Kommentare",
    /** A page of their own. */
    pageTitle: (name: string) => `Kommentare zum Beitrag von ${name}`,
    below: "Der Beitrag",
    none: "Noch keine Kommentare.",
    more: "Weitere Kommentare",
    moreThan: (count: number) => `Mehr als ${number.format(count)} Kommentare`,
    back: "Zurück zum Beitrag",
  },

  actions: {
    helpful: (count: number) => (count === 0 ? "Hilfreich" : `Hilfreich (${count})`),
    helpfulCount: (count: number) => `${count} hilfreich`,
    same: (count: number) =>
      count === 0 ? "Das ist auch meine Frage" : `Das ist auch meine Frage (${count})`,
    sameCount: (count: number) =>
      count === 1
        ? "Auch 1 weitere Person hat diese Frage"
        : `Auch ${count} weitere Personen haben diese Frage`,
    reused: (count: number) => (count === 0 ? "Nachgenutzt" : `Nachgenutzt (${count})`),
    reusedCount: (count: number) => `${count}-mal nachgenutzt`,
    reusedHint: "„Das machen wir jetzt auch so.“",
    accept: "Beantwortet meine Frage",
    unaccept: "Markierung zurücknehmen",
    edit: "Bearbeiten",
    withdraw: "Zurückziehen",
    withdrawConfirm:
      "Möchten Sie diesen Beitrag zurückziehen? Sie können ihn später wiederherstellen. Vorhandene Antworten bleiben sichtbar.",
    restore: "Wiederherstellen",
    hide: "Ausblenden",
    show: "Wieder einblenden",
    redact: "Schwärzen",
    report: "Als veraltet melden",
    review: "Antwort prüfen",
    confirm: "Rechtsstand bestätigen",
    more: "Mehr",
    close: "Frage schließen",
    closeConfirm: "Möchten Sie diese Frage schließen? Antworten sind dann nicht mehr möglich.",
    reopen: "Frage wieder öffnen",
  },

  handling: {
    title: "Bearbeitung",
    onlyDepartment: "Dies sehen nur die Fachansprechpersonen der zuständigen Abteilung.",
    free: "Noch hat niemand diese Frage übernommen.",
    mine: "Sie haben diese Frage übernommen.",
    takenBy: (name: string) => `Übernommen von ${name}.`,
    noteHint: "Für Ihre Abteilung, höchstens 500 Zeichen.",
    passOnNoteHint: "Für die andere Abteilung, höchstens 500 Zeichen.",
    take: "Übernehmen",
    return: "Zurückgeben",
    returnHint:
      "Die Frage ist dann wieder frei. Das können Sie auch für abwesende Kolleginnen und Kollegen tun.",
    handOver: "An Person weitergeben",
    handOverSubmit: "Weitergeben",
    nobody: "Außer Ihnen gibt es in dieser Abteilung zurzeit keine Fachansprechperson.",
    passOn: "An Abteilung abgeben",
    passOnHint: "Diese Abteilung ist danach zuständig. Sie muss die Kategorie sehen können.",
    passOnSubmit: "Abgeben",
    askBack: "Rückfrage stellen",
    askBackHint: "Geht an die Person, die gefragt hat; sie wird benachrichtigt. Alle können mitlesen.",
    askBackBody: "Ihre Rückfrage",
    askBackSubmit: "Rückfrage veröffentlichen",
    duplicate: "Als doppelt kennzeichnen",
    originalHint: "Fügen Sie die Adresse der ursprünglichen Frage ein.",
    duplicateSubmit: "Als doppelt kennzeichnen",
    moves: (count: number) => `Weg der Frage (${count})`,
    move: {
      take: (actor: string) => `${actor} hat die Frage übernommen.`,
      return: (actor: string) => `${actor} hat die Frage zurückgegeben.`,
      "hand-over": (actor: string, target: string) => `${actor} hat die Frage an ${target} weitergegeben.`,
      "pass-on": (actor: string, target: string) => `${actor} hat die Frage an ${target} abgegeben.`,
    },
    moveNote: (note: string) => `Notiz: ${note}`,
  },

  print: {
    title: "Frage mit allen Antworten drucken",
    hint: "Hier stehen alle Antworten und Kommentare auf einer Seite. Drucken Sie sie mit Strg+P oder über das Menü Ihres Browsers.",
    back: "Zurück zur Frage",
  },

  file: {
    title: "Für die Akte kopieren",
    back: "Zurück zur Frage",
    hint: "Frage, Antwort der Fachabteilung, Rechtsstand und dauerhafte Adresse in einem Block. Kopieren Sie den Text in Ihren Vermerk.",
    byHand: "Markieren Sie dazu alles (Strg+A im Feld).",
    field: "Text für die Akte",
    copy: "In die Zwischenablage kopieren",
    question: "Frage",
    asked: "Gestellt am",
    category: "Kategorie",
    answer: "Antwort der Fachabteilung",
    department: "Fachabteilung",
    answered: "Beantwortet am",
    editedOn: "zuletzt bearbeitet am",
    legalStatus: "Rechtsstand",
    review: "Wiedervorlage",
    outdated: "Hinweis: möglicherweise veraltet",
    none: "Eine Antwort der Fachabteilung liegt noch nicht vor.",
    address: "Dauerhafte Adresse",
    copied: "Stand des Auszugs",
  },

  bestPractice: {
    situation: "Ausgangslage",
    approach: "Vorgehen",
    result: "Ergebnis",
    pitfalls: "Stolpersteine",
    contact: "Kontakt",
  },

  failed: {
    title: "Das konnten wir nicht speichern",
    typed: "Ihr Text, damit er nicht verloren geht",
  },

  hide: {
    title: "Beitrag ausblenden",
    text: "Der Beitrag ist sofort für alle anderen unsichtbar. Wer ihn geschrieben hat, sieht ihn weiter, zusammen mit Ihrer Begründung.",
    reasonHint:
      "Zum Beispiel: „Enthält den Namen einer Antragstellerin.“ Bitte wiederholen Sie den Namen hier nicht.",
    submit: "Jetzt ausblenden",
  },
  redact: {
    title: "Wörter schwärzen",
    text: "Was Sie nennen, wird durch █████ ersetzt: in Titel, Text und Links, in allen gespeicherten Fassungen, in Namen und Beschreibungen der Anhänge, in Notizen und Meldungen. Zuerst sehen Sie, was gefunden wurde.",
    words: "Zu schwärzende Wörter",
    wordsHint:
      "Je Zeile ein Name oder eine Wortfolge. Großschreibung, Umlaute (ü oder ue), Trennung und Formatierung spielen keine Rolle.",
    search: "Stellen suchen",
    chooseTitle: "Das wird geschwärzt",
    chooseLead:
      "Bitte prüfen Sie, ob alles dabei ist, was gemeint ist, und nichts anderes. Das Schwärzen lässt sich nicht rückgängig machen.",
    forms: "Im Beitrag gefunden",
    formsHint:
      "Angekreuztes wird geschwärzt. Nicht angekreuzt sind Wörter, die dem gesuchten nur ähneln oder es enthalten.",
    times: (count: number, form: string) => `${count} × ${form}`,
    form: ({ count, result, places }: RedactForm) =>
      [count > 0 ? redactPlaces(places) : "Nur in anderen Beiträgen dieser Seite", redactResult(result)]
        .filter((part) => part !== "")
        .join(" · "),
    where: (places: RedactPlaces) => redactPlaces(places),
    others: "Auch auf dieser Seite",
    othersHint: "Diese Beiträge enthalten die Wörter ebenfalls. Angekreuzte werden mitgeschwärzt.",
    otherPost: ({ kind, author, count }: { kind: keyof typeof redactKinds; author: string; count: number }) =>
      `${redactKinds[kind]} von ${author} (${count === 1 ? "1 Stelle" : `${count} Stellen`})`,
    othersClosed:
      "Diese Beiträge enthalten die Wörter auch, aber Sie dürfen sie nicht schwärzen. Bitte sprechen Sie die zuständige Abteilung oder die Administration an.",
    files:
      "Was in Bildern und Dateien steht, wird nicht geschwärzt. Bitte sehen Sie diese Anhänge selbst durch und entfernen Sie sie, wenn nötig:",
    submit: "Endgültig schwärzen",
    edit: "Wörter ändern",
    confirm: "Möchten Sie das endgültig schwärzen?",
    doneTitle: "Schwärzung",
    done: (count: number) => (count === 1 ? "1 Stelle ist geschwärzt" : `${count} Stellen sind geschwärzt`),
    nothingLeft:
      "Danach wurde noch einmal gesucht: Was Sie angekreuzt haben, steht im Beitrag, in seinen früheren Fassungen und in der Suche nicht mehr.",
    stillThere:
      "Das steht weiterhin im Beitrag und konnte nicht geschwärzt werden. Bitte blenden Sie ihn aus oder bearbeiten Sie ihn:",
    spared: "Nicht geschwärzt, weil nicht angekreuzt:",
    othersLeft: "In anderen Beiträgen auf dieser Seite stehen die Wörter noch:",
    sent: "Bereits zugestellte E-Mails und Datensicherungen enthalten die Wörter weiterhin.",
    toPost: "Zum Beitrag",
    again: "Weitere Wörter schwärzen",
    current: "Der Beitrag",
  },
  report: {
    title: "Antwort als veraltet melden",
    text: "Die Fachabteilung prüft die Antwort. Bis dahin sehen alle den Hinweis „Möglicherweise veraltet“. Ihr Name erscheint dort nicht.",
    reason: "Was stimmt nicht mehr?",
    reasonHint: "Ein Satz genügt, am besten mit Fundstelle.",
    submit: "Melden",
    current: "Die Antwort",
  },
  review: {
    title: "Antwort prüfen",
    freshTitle: "Rechtsstand bestätigen",
    text: "Stimmt die Antwort noch? Dann bestätigen Sie sie mit neuem Rechtsstand. Andernfalls bearbeiten Sie sie oder ersetzen sie durch eine neue.",
    submit: "Antwort bestätigen",
    edit: "Antwort bearbeiten",
    replace: "Durch neue Antwort ersetzen",
    former: (day: string) => `Bisher: ${day}`,
    current: "Die Antwort",
  },
  edit: {
    answer: "Antwort bearbeiten",
    comment: "Kommentar bearbeiten",
    body: "Text",
    legalStatusHint: (day: string) => `Bisher: ${day}. Bitte geben Sie ihn für den geänderten Text neu an.`,
    submit: "Änderung speichern",
    yours: "Ihre Fassung",
    submitAnyway: "Meine Fassung speichern",
  },
}
