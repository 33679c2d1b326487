/** When a learner leaves a cohort. */
export const leaving = {
  link: "Lerngruppe verlassen",
  title: (cohort: string) => `„${cohort}“ verlassen`,
  lead: "Sie können die Lerngruppe jederzeit verlassen und müssen keinen Grund nennen. Die Lernbegleitung erfährt per E-Mail, dass Sie nicht mehr dabei sind.",
  former: "Ehemaliges Mitglied",
  first: "Vorher mitnehmen",
  firstText:
    "Was gelöscht ist, lässt sich nicht wiederherstellen. Das Archiv enthält alles, was Ihnen gehört.",
  goes: "Das wird sofort gelöscht",
  journalWhole: (entries: number) => `Ihr ganzes Lerntagebuch (${count(entries, "Eintrag", "Einträge")})`,
  journalPart: (entries: number) =>
    `Ihr Lerntagebuch zu dieser Lerngruppe (${count(entries, "Eintrag", "Einträge")}); das übrige bleibt, weil Sie noch in einer anderen Lerngruppe lernen`,
  selfRatings: (number: number) => `Ihre Selbsteinschätzung (${count(number, "Zeitpunkt", "Zeitpunkte")})`,
  evidence: (number: number) => `Ihre Nachweise (${number})`,
  impulses: (number: number) => `Ihre Antworten auf Lernimpulse (${number}), auch die geteilten`,
  sheets: (number: number) => `Ihre Fotos ausgefüllter Bögen (${number})`,
  round: "Ihre Runde der Kompetenzbilanzierung mit Vorbereitung, Einschätzungen und Ergebnis",
  others:
    "Ihre Erfahrungen mit digitalen Medien, Ihre Zeilen in den Runden, Ihre Beiträge zur Rückmeldung und Ihre Teilnahme",
  project: (title: string) => `Das Lernprojekt „${title}“, an dem sonst niemand beteiligt ist`,
  stays: "Das bleibt, ohne Ihren Namen",
  staysList: [
    "Aufgaben, Fotos von Flipcharts und Karten des Rückblicks, und was die Lerngruppe gemeinsam geplant und beschlossen hat",
    "Lernprojekte, an denen andere beteiligt sind, und Ihre Kommentare dazu",
  ],
  staysText:
    "Wo Ihr Name in einem Protokoll oder einem gemeinsamen Text steht, bleibt er stehen; wenden Sie sich dafür an die Lernbegleitung.",
  certificate: "Ihr Zertifikat",
  certificateText: "Es gehört Ihnen und gilt auch ohne Lerngruppe und Konto.",
  keep: "Behalten",
  keepHint: "Sie finden es weiter unter „Meine Zertifikate“.",
  delete: "Ebenfalls löschen",
  deleteHint: "Wer seine Nummer prüft, bekommt die Antwort „Unbekannt“; ein Open Badge gilt als widerrufen.",
  now: "Lerngruppe endgültig verlassen",
  stay: "Doch bleiben",
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
