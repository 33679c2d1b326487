/** Peer consulting: topics, ballot, the guided consulting and its result. */
export const consulting = {
  title: "Kollegiale Beratung",
  section: "Themen einbringen, eines gemeinsam beraten und eigene Ergebnisse wiederfinden.",
  pageTitle: (session: string) => `Kollegiale Beratung: ${session}`,
  lead: "Bringen Sie vor dem Termin ein Thema ein, das Sie mit den anderen beraten möchten. Die Gruppe wählt, welches drankommt.",
  privacy: "Führungskräfte sehen davon nichts, auch keine Themen.",
  sheet: "Ablauf und Rollen",
  sheetLead:
    "Eine Person bringt einen Fall ein, eine moderiert, alle anderen beraten. So sieht jeder Schritt aus, auch zum Ausdrucken.",
  course: "Ablauf",
  allPhases: "Alle Schritte",
  sheetPhase: "Schritt",
  sheetMinutes: { short: "Kurz", full: "Lang" },
  topics: {
    title: "Themen",
    add: "Thema einbringen",
    formLead:
      "Ein Titel genügt. Den Fall schildern Sie erst im Gespräch. Nennen Sie hier keine Namen von Bürgerinnen und Bürgern.",
    name: "Worum geht es?",
    nameHint: "Zum Beispiel: Eine Kollegin fragt lieber am Telefon als im Forum",
    question: "Welche Frage haben Sie an die Gruppe?",
    save: "Speichern",
    edit: "Ändern",
    withdraw: "Zurückziehen",
    withdrawConfirm: "Das Thema und die Stimmen dafür werden gelöscht. Zurückziehen?",
    by: (name: string) => `von ${name}`,
    mine: "von Ihnen",
    isDone: "beraten",
    emptyTitle: "Noch kein Thema",
    emptyLearner: "Bringen Sie das erste ein: etwas aus Ihrer Arbeit, bei dem Sie gerade nicht weiterkommen.",
    emptyFacilitator: "Lernende bringen hier ihre Themen ein. Erinnern Sie die Gruppe vor dem Termin daran.",
    conflict:
      "Das Thema wurde inzwischen in einem anderen Fenster geändert. So steht es dort; Ihre Eingaben stehen darunter im Formular.",
  },
  ballot: {
    title: "Abstimmung",
    open: (left: number, each: number) =>
      left === 0
        ? "Ihre Stimmen sind vergeben. Sie können sie noch zurücknehmen."
        : `Sie haben noch ${left === 1 ? "eine Stimme" : `${left} Stimmen`} von ${each}. Eigene Themen wählen die anderen.`,
    why: "Zahlen stehen hier erst, wenn die Abstimmung geschlossen ist. Sonst ließe sich mitlesen, wer wofür stimmt. Dann wird auch gelöscht, wer wofür gestimmt hat.",
    tooFew:
      "Über diese Themen können weniger als drei Personen abstimmen. Schließen lässt sich die Abstimmung deshalb nicht: Man könnte sonst erkennen, wer wofür gestimmt hat. Bringen Sie weitere Themen ein, oder sprechen Sie ab, worüber Sie beraten.",
    notYet:
      "Die Abstimmung lässt sich schließen, sobald mindestens drei Personen abgestimmt haben: So kann niemand die Stimmen zuordnen. Beginnen können Sie die Beratung auch ohne Abstimmung.",
    vote: "Dafür stimmen",
    unvote: "Stimme zurücknehmen",
    chosen: "Ihre Stimme",
    close: "Abstimmung schließen",
    closeConfirm: "Danach sehen alle die Zahlen, und niemand kann mehr abstimmen. Schließen?",
    closed: "Die Abstimmung ist geschlossen. Die Themen stehen in der Reihenfolge ihrer Stimmen.",
    reopen: "Neu abstimmen",
    reopenConfirm: "Die Stimmen werden gelöscht, und alle stimmen noch einmal ab. Neu beginnen?",
    votes: (votes: number) => (votes === 1 ? "1 Stimme" : `${votes} Stimmen`),
  },
  start: {
    this: "Darüber beraten",
    title: "Beratung beginnen",
    lead: "Die Uhr läuft, sobald Sie beginnen. Alle in der Gruppe können dann mitlesen und mitschreiben.",
    topic: "Thema",
    form: "Wie lange?",
    forms: { short: "Kurz: 35 Minuten", full: "Lang: 60 Minuten" },
    formHint: "Die kurze Form passt in ein Lerngruppentreffen von einer Stunde.",
    moderator: "Moderation",
    moderatorHint: "Nicht die Person, die den Fall einbringt.",
    choose: "Bitte wählen",
    now: "Jetzt beginnen",
    running: (title: string) => `Gerade wird beraten: ${title}`,
    join: "Zur laufenden Beratung",
  },
  runs: {
    title: "Beratungen",
    running: "läuft gerade",
    mine: "Ihr Ergebnis",
    shared: "geteilt",
    ended: "beendet",
    caseGiver: (name: string) => `Fall von ${name}`,
    listLead:
      "Hier stehen die Termine, zu denen Sie Themen einbringen können, und Ergebnisse, die Sie lesen dürfen: Ihre eigenen und geteilte.",
    sessions: "Nächste Termine",
    noSessions: "Es steht kein Termin mehr an.",
    results: "Ergebnisse",
    noResults:
      "Noch kein Ergebnis. Ihre eigenen stehen hier nach der ersten Beratung zu einem Thema von Ihnen.",
    noSessionsText: "Die Lernbegleitung kann die Termine der Lerngruppe noch ändern.",
  },
  roles: {
    "case-giver": "Fallgebende Person",
    moderator: "Moderation",
    adviser: "Beratende",
    nobody: "niemand mehr",
    take: "Moderation übernehmen",
  },
  phase: {
    title: "Was jetzt zu tun ist",
    yours: "Ihre Rolle jetzt",
    others: "Alle Rollen",
    pause: "Pause. Danach geht es an derselben Stelle weiter.",
    question: "Frage an die Gruppe",
    confidential: "Was hier gesagt wird, bleibt in der Gruppe.",
  },
  does: {
    choice: {
      "case-giver": "Sagen Sie in zwei Sätzen, worum es geht und was Sie von der Gruppe möchten.",
      moderator: "Klären Sie, wer welche Rolle hat. Ab jetzt achten Sie auf die Zeit.",
      adviser: "Hören Sie zu und stellen Sie sich auf den Fall ein.",
    },
    account: {
      "case-giver": "Schildern Sie den Fall: was geschehen ist, wer beteiligt ist, was Ihre Frage ist.",
      moderator:
        "Sorgen Sie dafür, dass niemand unterbricht. Fassen Sie die Frage am Ende in einem Satz zusammen.",
      adviser: "Hören Sie zu. Fragen kommen im nächsten Schritt.",
    },
    questions: {
      "case-giver": "Antworten Sie kurz. Was Sie nicht sagen möchten, lassen Sie weg.",
      moderator: "Lassen Sie nur Verständnisfragen zu, noch keine Vermutungen und keinen Rat.",
      adviser: "Fragen Sie nach, was Sie noch nicht verstanden haben.",
    },
    hypotheses: {
      "case-giver": "Hören Sie nur zu. Sie müssen nichts richtigstellen.",
      moderator: "Sammeln Sie reihum. Niemand bewertet, was gesagt wird.",
      adviser:
        "Sagen Sie, was Ihrer Vermutung nach dahintersteckt. Sprechen Sie untereinander, und halten Sie jede Vermutung in einer Zeile fest.",
    },
    solutions: {
      "case-giver": "Hören Sie weiter nur zu und merken Sie sich, was Sie anspricht.",
      moderator: "Sammeln Sie Ideen, auch ungewöhnliche. Bewertet wird nicht.",
      adviser:
        "Sagen Sie, was Sie an dieser Stelle tun würden, und halten Sie jede Idee in einer Zeile fest.",
    },
    decision: {
      "case-giver":
        "Sagen Sie, was Sie mitnehmen und was Ihr nächster Schritt ist. Begründen müssen Sie es nicht. Aufschreiben können Sie es auf der Seite der Beratung, nur für sich.",
      moderator: "Jetzt spricht nur die fallgebende Person. Lassen Sie keine neuen Ratschläge zu.",
      adviser: "Hören Sie zu. Was die Person mitnimmt, entscheidet sie allein.",
    },
    closing: {
      "case-giver": "Sagen Sie, wie es Ihnen mit der Beratung ging.",
      moderator: "Fragen Sie alle nach einem Satz zum Ablauf. Danken Sie, und beenden Sie die Beratung.",
      adviser: "Sagen Sie in einem Satz, was Sie für Ihre eigene Arbeit mitnehmen.",
    },
  },
  lines: {
    hypothesis: "Hypothesen",
    solution: "Lösungsideen",
    add: { hypothesis: "Vermutung in einer Zeile", solution: "Idee in einer Zeile" },
    label: "Ihre Zeile",
    save: "Festhalten",
    empty: "Noch nichts festgehalten.",
    remove: "Löschen",
    removeConfirm: "Diese Zeile löschen?",
    fate: "Nach dem Ende sieht die Zeilen nur noch die fallgebende Person. Wer sie geschrieben hat, steht nirgends.",
  },
  decision: {
    title: "Was Sie mitnehmen",
    label: "Entscheidung und nächster Schritt",
    hint: "Nur Sie sehen das, auch während der Beratung.",
    hintShared: "Die Gruppe sieht das, weil Sie das Ergebnis geteilt haben.",
    save: "Speichern",
    of: (name: string) => `Was ${name} mitnimmt`,
    conflict:
      "Der Text wurde inzwischen in einem anderen Fenster geändert. Unten im Formular steht, was Sie eingegeben haben; wenn Sie speichern, ersetzt es die hier gezeigte Fassung.",
    nothing: "Nichts aufgeschrieben.",
  },
  result: {
    ended: "Diese Beratung ist beendet.",
    elsewhere: (name: string) =>
      `Was festgehalten wurde, gehört jetzt ${name} allein. Auch die Lernbegleitung sieht es nicht mehr.`,
    own: "Das Ergebnis sehen nur Sie. Es wird spätestens am Löschtag der Lerngruppe gelöscht.",
    ownShared: "Die Lernenden und die Lernbegleitung der Lerngruppe können das Ergebnis lesen.",
    sharedBy: (name: string) => `${name} teilt dieses Ergebnis mit der Gruppe.`,
    share: "Mit der Gruppe teilen",
    unshare: "Nicht mehr teilen",
    shareConfirm: "Die Gruppe liest dann die Zeilen und was Sie mitnehmen. Teilen?",
    reopen: "Wieder aufnehmen",
    reopenText:
      "Aus Versehen zu früh beendet? Die Beratung läuft dann weiter, und die Gruppe sieht die Zeilen wieder. Was Sie mitnehmen, bleibt bei Ihnen.",
    remove: "Beratung löschen",
    removeText: "Alles, was zu dieser Beratung festgehalten wurde, wird endgültig gelöscht.",
    removeNow: "Jetzt löschen",
    discard: "Beratung verwerfen",
    discardConfirm: "Die Beratung wird gelöscht, als hätte sie nicht begonnen. Das Thema bleibt. Verwerfen?",
    more: "Mehr",
    back: "Zu den Themen",
  },
}
