import { numberFormat } from "../../../server/kernel/formats.ts"

const number = numberFormat("de", {})

/** People, departments and settings. `one` and `many` are what a department is called here. */
export const administration = {
  active: "aktiv",
  inactive: "nicht aktiv",
  archived: "archiviert",
  roleHints: {
    clerk: "Stellt Fachfragen, teilt gute Praxis und antwortet Kolleginnen und Kollegen.",
    specialist: "Antwortet für die eigene Abteilung, wo diese zuständig ist, und sieht deren offene Fragen.",
    lead: "Veröffentlicht Ankündigungen, gibt die Struktur frei und sieht, wie viele Fragen offen sind.",
    facilitator: "Begleitet Lerngruppen, oft von außen. Ohne Abteilung liest sie keine Beiträge.",
    editor: "Entwirft Kategorien und Schreibhilfen.",
    admin:
      "Verwaltet Personen, Abteilungen und Einstellungen und sieht das Protokoll. Gibt allein kein Recht, Beiträge zu lesen.",
  },
  people: {
    title: "Personen",
    add: "Person anlegen",
    search: "Name oder E-Mail-Adresse",
    all: "alle",
    role: "Rolle",
    state: "Status",
    invited: "noch ohne Kennwort",
    list: "Liste der Personen",
    newLead: "Die Person erhält eine E-Mail mit einem Link, über den sie ihr Kennwort festlegt.",
    language: "Sprache der E-Mails und des Forums",
    invite: "Einladung jetzt per E-Mail senden",
    inviteHint: "Ohne Haken können Sie die Einladung später auf der Seite der Person senden.",
    nameHint: "So steht der Name an den Beiträgen, zum Beispiel „Sabine Müller“.",
    departmentsHint: "Danach richtet sich, was die Person liest. Mehrere sind möglich.",
    create: "Person anlegen",
    rolesHint: "Mehrere sind möglich. Änderungen gelten sofort.",
    access: "Zugang",
    states: {
      active: "Die Person kann sich anmelden.",
      invited: "Die Person hat noch kein Kennwort festgelegt.",
      inactive: "Die Person kann sich nicht anmelden. Ihre Beiträge bleiben.",
    },
    inviteAgain: "Einladung senden",
    deactivate: "Deaktivieren",
    deactivateHint:
      "Deaktivieren beendet alle Sitzungen sofort. Die Beiträge bleiben, und es lässt sich rückgängig machen. Lerntagebuch und eigene Aufzeichnungen aus der Qualifizierung werden nach 30 Tagen gelöscht.",
    confirmDeactivate: (name: string) => `Soll ${name} sich nicht mehr anmelden können?`,
    reactivate: "Wieder aktivieren",
    log: "Protokoll zu dieser Person",
    logOf: "Was diese Person verwaltet hat",
  },
  operation: {
    title: "Betrieb",
    lead: "Diese Arbeiten laufen von selbst, nach der Zeit in Berlin. War die Anwendung zu einer Zeit nicht da, holt sie die Arbeit beim nächsten Start einmal nach.",
    job: "Arbeit",
    rhythm: "Wann",
    last: "Zuletzt gelungen",
    next: "Als Nächstes",
    never: "noch nicht aufgezeichnet",
    failed: "Zuletzt fehlgeschlagen:",
    kept: "Aufgezeichnet wird eine Woche lang.",
    mailFault: {
      "host-unknown":
        "Den Mailserver aus SMTP_URL gibt es unter diesem Namen nicht. E-Mails warten, bis der Name stimmt: Bitte prüfen Sie die Einstellung und starten Sie die Anwendung neu.",
      "host-unresolved":
        "Der Name des Mailservers aus SMTP_URL lässt sich im Augenblick nicht auflösen. E-Mails warten, bis der Namensdienst wieder antwortet.",
    },
    silent:
      "Offene Seiten erfahren nicht, wenn sich etwas ändert, und E-Mails gehen bis zu 15 Sekunden später hinaus: Was die Datenbank mit NOTIFY meldet, kommt bei diesem Server nicht an. Meist steht ein PgBouncer im Transaktionsmodus dazwischen. Bitte verbinden Sie Fachforum direkt oder im Sitzungsmodus.",
    collations: {
      text: "Die Bibliothek, nach der PostgreSQL sortiert, wurde ausgetauscht. Namen können in Listen fehlen oder doppelt vorkommen, bis die Indizes neu angelegt sind. Bitte sichern Sie die Datenbank und führen Sie dann aus:",
      changed: (name: string | null, recorded: string, actual: string) =>
        `${name ?? "Reihenfolge der Datenbank"}: angelegt mit Fassung ${recorded}, jetzt ${actual}`,
    },
    renderings: {
      title: "Darstellung gespeicherter Texte",
      lead: "Nach einer neuen Version werden gespeicherte Texte im Hintergrund neu aufbereitet. Fassungen und Bearbeitungsdaten bleiben.",
      finished: "auf dem neuesten Stand.",
      running: (done: number, total: number) =>
        `${number.format(done)} von ${number.format(total)} neu aufbereitet.`,
      paused: (done: number, total: number) =>
        `angehalten, ${number.format(done)} von ${number.format(total)} neu aufbereitet.`,
      kept: (count: number) =>
        count === 1
          ? "1 Text behält seine bisherige Darstellung."
          : `${number.format(count)} Texte behalten ihre bisherige Darstellung.`,
      kinds: {
        posts: "Beiträge",
        categories: "Hinweise der Kategorien",
        announcements: "Ankündigungen",
        pages: "Eigene Texte der Behörde",
        plans: "Pläne der Lerngruppen",
        programmes: "Beschreibungen der Programme",
        "programme-steps": "Schritte der Programme",
        minutes: "Protokolle",
      } as Record<string, string>,
    },
    nights:
      "Auf die Nächte kommt es hier an: Was täglich läuft, löscht Daten, deren Frist abgelaufen ist. Zwischen 2 und 3 Uhr läuft nichts davon, weil es diese Stunde bei der Zeitumstellung nicht oder zweimal gibt.",
    hourly: (minute: string) => `jede Stunde, Minute ${minute}`,
    quarterly: "jede Viertelstunde",
    daily: (time: string) => `jede Nacht um ${time} Uhr`,
    jobs: {
      "accounts.sweep": "Abgelaufene Sitzungen, Links und Zähler löschen",
      "search.misses": "Alte erfolglose Suchen löschen",
      "forum.reviews": "Antworten zur Wiedervorlage bringen, deren Tag gekommen ist",
      "forum.attachments": "Hochgeladene Dateien löschen, die niemand verwendet hat",
      "qualification.departures": "Daten von Personen löschen, die eine Lerngruppe verlassen haben",
      "qualification.assessment-notes": "Notizen abgeschlossener Kompetenzbilanzierungen löschen",
      "qualification.forget": "Daten abgeschlossener Lerngruppen löschen, deren Frist abgelaufen ist",
    } as Record<string, string>,
  },
  departments: {
    title: (many: string) => many,
    add: (one: string) => `${one} anlegen`,
    lead: "Nach ihnen richtet sich, wer was liest und wer zuständig ist. Sie können ineinander stehen.",
    list: (many: string) => `${many} und was darunter steht`,
    none: "Noch nichts angelegt.",
    shortName: "Kurzname",
    shortNameHint: "Wo wenig Platz ist. Ohne Angabe gilt der Anfang des Namens.",
    parent: "Übergeordnet",
    top: "nichts, steht ganz oben",
    edit: (name: string) => `${name} bearbeiten`,
    archiveTitle: "Archivieren",
    archiveHint:
      "Nur möglich, wenn darunter nichts mehr steht und keine aktiven Personen dazugehören. Beiträge bleiben.",
    archive: "Archivieren",
    confirmArchive: (name: string) => `„${name}“ archivieren?`,
    archivedText: "Archiviert: steht nicht mehr zur Auswahl.",
    restore: "Wiederherstellen",
    people: "Personen ansehen",
  },
  settings: {
    title: "Einstellungen",
    name: "Name des Forums",
    nameHint: "Steht auf jeder Seite und in E-Mails.",
    label: "Wie heißt bei Ihnen eine Abteilung?",
    labelHint: "Zum Beispiel Referat, Sachgebiet oder Amt.",
    deOne: "Deutsch, Einzahl",
    deMany: "Deutsch, Mehrzahl",
    enOne: "Englisch, Einzahl",
    enMany: "Englisch, Mehrzahl",
    land: "Wessen Feiertage gelten?",
    landHint:
      "Danach richten sich die vorgeschlagene Wiedervorlage, die Hinweise zu Tagen und die Zählung der Arbeitstage. Lerngruppen wählen ihr Land selbst.",
    landNone: "Nur bundesweite Feiertage",
    mails: "E-Mails ohne Inhalt",
    mailsHint: "E-Mails sagen dann nur, dass es etwas Neues gibt, und nennen weder Titel noch Text.",
    texts: "Texte",
    textsLead: "Diese Seiten müssen zu Ihrer Behörde passen, bevor das Forum in Betrieb geht.",
    own: "eigener Text",
    shipped: "mitgelieferter Text",
    pages: { imprint: "Impressum", privacy: "Datenschutz", accessibility: "Barrierefreiheit" },
    pageLead:
      "Überschriften beginnen mit ##, Listen mit einem Bindestrich. Leeren Sie ein Feld, um zum mitgelieferten Text zurückzukehren.",
    de: "Deutscher Text",
    en: "Englischer Text",
    placeholders: "Der mitgelieferte Text enthält Platzhalter in eckigen Klammern. Bitte ersetzen Sie alle.",
    view: "Seite ansehen",
  },
}
