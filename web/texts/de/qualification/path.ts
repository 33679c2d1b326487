/** Where a learner stands. */
export const path = {
  title: "Mein Lernweg",
  next: "Als Nächstes",
  when: "Wann",
  where: "Wo",
  online: "Online",
  join: "Zum Online-Treffen",
  dialIn: "Einwahl",
  noPlace: "Der Ort steht noch nicht fest. Sobald die Lernbegleitung ihn einträgt, steht er hier.",
  open: {
    workshop: "Zum Workshop",
    practice: "Zur Praxisphase",
    meeting: "Zum Lerngruppentreffen",
    impulse: "Zum Lernimpuls",
    assessment: "Zur Kompetenzbilanzierung",
    certificate: "Zu den Zertifikaten",
  },
  noPlaceFacilitator: "Ort und Link stehen noch nicht fest. Tragen Sie sie ein, bevor Sie einladen.",
  overTitle: "Alle Termine liegen hinter Ihnen",
  overText: "Unten sehen Sie, ob für das Zertifikat noch etwas fehlt.",
  overCertified: "Ihr Zertifikat finden Sie unten.",
  overTitleFacilitator: "Alle Termine liegen hinter der Lerngruppe",
  overTextFacilitator: "Was für die Zertifikate noch fehlt, steht unter „Stand und Zertifikate“.",
  until: "Bis dahin zu tun",
  remaining: "Was noch bleibt",
  ownTasks: "Ihre Aufgaben",
  from: (title: string) => `Aus „${title}“`,
  projects: "Ihre Lernprojekte",
  impulses: "Lernimpulse",
  allImpulses: "Alle Lernimpulse",
  tools: "Hier arbeiten Sie weiter",
  askForLearners:
    "Kategorien, zuständige Abteilungen und Schreibhilfen richtet die Redaktion unter „Struktur“ ein. Hat in der Lerngruppe niemand diese Rolle, können Sie sie für eine lernende Person beantragen.",
  requestRole: "Rolle beantragen",
  askForPlatform:
    "Kategorien, zuständige Abteilungen und Schreibhilfen richtet die Redaktion unter „Struktur“ ein. Ihnen fehlt diese Rolle. Bitten Sie Ihre Lernbegleitung, sie für Sie zu beantragen; die Administration entscheidet darüber.",
  present: "In diesem Schritt",
  phase: {
    one: "Praxisphase",
    contents: "Worum es geht",
    guidance: "Für die Lernbegleitung",
    tasks: "Aufgaben in dieser Praxisphase",
    materials: "Materialien",
    noImpulses: "In dieser Praxisphase ist noch kein Lernimpuls erschienen.",
  },
  way: "Der Weg",
  line: (past: number, all: number, next: string | null) => {
    const where = `${past} von ${all === 1 ? "1 Treffen" : `${all} Treffen und Workshops`} liegen hinter Ihnen`
    return next === null ? `${where}.` : `${where}, als Nächstes kommt „${next}“.`
  },
  noDatesTitle: "Noch keine Termine",
  noDatesText: "Sobald die Lernbegleitung Termine festlegt, erscheinen sie hier.",
  cancelled: "abgesagt",
  places: { now: "läuft gerade", next: "als Nächstes" },
  attendance: { present: "dabei", absent: "noch nachzuholen", "made-up": "nachgeholt" },
  certificate: "Für das Zertifikat",
  nothingAsked: "Das Programm verlangt für das Zertifikat nichts Bestimmtes.",
  nothingOwed: "Es fehlt nichts mehr. Die Lernbegleitung kann Ihr Zertifikat ausstellen.",
  issued: "Sie haben alles erfüllt, und Ihr Zertifikat ist ausgestellt.",
  toCertificate: "Zum Zertifikat",
  how: {
    attendance:
      "Die Lernbegleitung hält fest, wer dabei war. Haben Sie etwas versäumt, sprechen Sie mit ihr ab, wie Sie es nachholen. Was noch bevorsteht, steht oben im Weg.",
    project: "Schließen Sie Ihr Lernprojekt ab.",
    agreements: "Stimmen Sie Ihr Lernprojekt mit Ihrer Führungskraft ab.",
    impulses:
      "Diese Lernimpulse gehören zum Zertifikat. Was noch nicht erschienen ist, kommt an seinem Datum hinzu.",
    assessment: "Sie ist erfüllt, sobald Sie und die Lernbegleitung das Ergebnis bestätigt haben.",
  },
  ofAll: (done: number, all: number) => `${done} von ${all}`,
  fulfilled: "erfüllt",
  owed: "noch offen",
}

/** The whole cohort at a glance. */
export const stand = {
  title: "Stand und Zertifikate",
  section: "Wer für das Zertifikat noch etwas braucht, und Zertifikate ausstellen.",
  lead: "Hier sehen Sie, wer für das Zertifikat noch etwas braucht, damit Sie rechtzeitig helfen können. Sobald bei jemandem nichts mehr offen ist, stellen Sie hier das Zertifikat aus. Darauf stehen die Kompetenzen und Sätze, die in der Kompetenzbilanzierung bestätigt wurden.",
  exception:
    "Diese Übersicht zeigt nur „erfüllt“ oder „noch offen“, in der Reihenfolge der Namen, und steht so im Datenverzeichnis. Nur die Lernbegleitung sieht sie.",
  who: "Wer",
  emptyTitle: "Noch keine Lernenden",
  noLearners: "Sobald Lernende zur Lerngruppe gehören, sehen Sie hier ihren Stand.",
  noRequirements: "Das Programm verlangt für das Zertifikat nichts Bestimmtes.",
  add: "Lernende hinzufügen",
  certificate: "Zertifikat",
  notYet: "noch nicht",
}
