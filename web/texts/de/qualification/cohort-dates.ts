/** What happens to the dates of a cohort. */
export const cohortDates = {
  moving: {
    title: (step: string) => `${step}: Termin ändern`,
    change: "Ändern",
    changeHere: "Zeit und Ort ändern",
    startsAt: "Tag und Beginn",
    minutes: "Dauer in Minuten",
    place: "Ort",
    link: "Link zum Online-Treffen",
    dialIn: "Einwahl",
    dialInHint: "Telefonnummer und PIN, falls jemand anruft",
    save: "Termin speichern",
    told: "Wer schon eingeladen ist, bekommt die Änderung per E-Mail.",
    cancel: "Termin absagen",
    cancelText:
      "Der Termin bleibt sichtbar, als abgesagt. Eingeladene bekommen eine Absage. Sie können ihn wiederherstellen.",
    cancelNow: "Absagen",
    restore: "Termin wiederherstellen",
    restoreText: "Dieser Termin ist abgesagt. Stellen Sie ihn wieder her, um ihn zu ändern.",
    conflictTitle: "Der Termin wurde inzwischen geändert",
    conflictText:
      "Unten im Formular steht, was Sie eingegeben haben; wenn Sie speichern, ersetzt es den hier gezeigten Stand.",
  },
  invitations: {
    title: "Einladungen",
    lead: "Jeder kommende Termin geht als eigene E-Mail mit Kalendereintrag an Lernende und Lernbegleitung. Führungskräfte werden zu der Zeit eingeladen, zu der sie nach der Tagesordnung dazukommen.",
    invited: "eingeladen, bekommt Änderungen",
    waiting: (sessions: number) =>
      sessions === 1 ? "bekommt 1 Einladung" : `bekommt ${sessions} Einladungen`,
    unreachable: "kein aktives Konto",
    send: "Einladungen senden",
    allInvited: "Alle sind eingeladen. Wer später dazukommt, wird von selbst eingeladen.",
    noSessions: "Es steht kein Termin mehr aus.",
    homeless: (count: number) =>
      count === 1
        ? "Bei 1 Termin fehlt noch, wo er stattfindet"
        : `Bei ${count} Terminen fehlt noch, wo sie stattfinden`,
    homelessText: "Tragen Sie Ort, Link oder Einwahl ein, bevor Sie einladen:",
    homelessConfirm: (count: number) =>
      count === 1
        ? "Bei 1 Termin fehlt noch, wo er stattfindet. Trotzdem einladen?"
        : `Bei ${count} Terminen fehlt noch, wo sie stattfinden. Trotzdem einladen?`,
  },
  attendance: {
    record: "Teilnahme",
    lead: "Ein Tipp genügt, ein zweiter nimmt es zurück. Gründe und Uhrzeiten werden nicht festgehalten. Außer Ihnen sieht jede Person nur ihren eigenen Eintrag.",
    states: { present: "anwesend", absent: "abwesend", "made-up": "nachgeholt" },
    open: "noch offen",
    all: "Alle anwesend",
    tooEarly: "Die Teilnahme lässt sich am Tag des Termins eintragen.",
    noLearners: "Noch keine Lernenden. Fügen Sie sie unter „Beteiligte“ hinzu.",
    undo: "zurücknehmen",
    others: "Abwesend und nachgeholt",
  },
  plan: {
    title: "Halbjahresplan",
    print: "Zum Drucken: Strg + P. Auf Papier kommt nur dieser Plan, auf eine Seite.",
  },
  calendar: {
    title: "Mein Kalender",
    section: "Die Termine Ihrer Lerngruppen im eigenen Kalenderprogramm abonnieren",
    lead: "Mit einer geheimen Adresse zeigt Ihr Kalenderprogramm die Termine Ihrer Lerngruppen und hält sie aktuell.",
    address: "Geheime Adresse",
    once: "Kopieren Sie die Adresse jetzt in Ihr Kalenderprogramm („Kalender abonnieren“). Sie wird nur dieses eine Mal gezeigt. Wer sie kennt, sieht Ihre Termine: Geben Sie sie nicht weiter.",
    exists:
      "Es gibt eine Adresse. Wir haben nur ihre Prüfsumme gespeichert und können sie nicht noch einmal zeigen.",
    none: "Es gibt noch keine Adresse.",
    make: "Adresse erzeugen",
    renew: "Neue Adresse erzeugen",
    renewText: "Die bisherige Adresse gilt dann nicht mehr.",
    revoke: "Adresse sperren",
    revokeText: "Ihr Kalenderprogramm bekommt dann keine Termine mehr, bis Sie eine neue Adresse erzeugen.",
    revokeNow: "Jetzt sperren",
  },
}
