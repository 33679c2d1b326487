import { numberFormat } from "../../../server/kernel/formats.ts"

const number = numberFormat("de", {})
const people = (count: number) => (count === 1 ? "1 Person" : `${number.format(count)} Personen`)

/** People from a CSV file. */
export const peopleImport = {
  title: "Personen aus einer Datei",
  lead: "Sie wählen eine CSV-Datei und sehen zuerst, was sich ändern würde. Erst wenn Sie zustimmen, wird etwas angelegt oder geändert.",
  columns:
    "Die erste Zeile nennt die Spalten: E-Mail und Name (oder Vorname und Nachname), dazu bei Bedarf Rollen, Abteilungen und Sprache. Mehrere Abteilungen trennt ein senkrechter Strich. Gibt es die E-Mail-Adresse schon, wird die Person geändert; leere Zellen ändern nichts.",
  sample:
    "E-Mail;Name;Rollen;Abteilungen\nsabine.mueller@example.org;Sabine Müller;Sachbearbeitung;Wohngeldstelle\njens.albrecht@example.org;Jens Albrecht;Sachbearbeitung, Fachansprechperson;Grundsatz|Wohngeldstelle",
  file: "CSV-Datei",
  fileHint: "Zum Beispiel aus Excel mit „CSV UTF-8“ gespeichert. Höchstens 2.000 Zeilen.",
  invite: "Neue Personen per E-Mail einladen",
  inviteHint: "Ohne Haken können Sie die Einladungen später auf den Seiten der Personen senden.",
  look: "Vorschau ansehen",
  missing: "Bitte wählen Sie eine Datei.",
  unreadable: "Das ist keine Textdatei, die sich lesen lässt. Bitte speichern Sie sie als „CSV UTF-8“.",
  tooLarge: "Die Datei ist zu groß. Bitte teilen Sie sie auf.",
  isEmpty: "Die Datei ist leer.",
  previewTitle: "Vorschau",
  summary: (added: number, changed: number, left: number) =>
    `Neu: ${people(added)}. Geändert: ${people(changed)}. Unverändert: ${people(left)}.`,
  ignored: (names: string) => `Diese Spalten werden nicht gelesen: ${names}.`,
  willInvite: (count: number) => `Eine Einladung per E-Mail geht an: ${people(count)}.`,
  willNotInvite: "Einladungen werden nicht versandt.",
  apply: "Jetzt übernehmen",
  nothing: "Alle Personen der Datei stehen hier schon genau so.",
  others: "Personen, die nicht in der Datei stehen, bleiben, wie sie sind: Niemand wird deaktiviert.",
  discard: "Vorschau verwerfen",
  added: (count: number) => `Neu: ${people(count)}`,
  changed: (count: number) => `Geändert: ${people(count)}`,
  isNew: (text: string) => `${text} (neu)`,
  faults: (count: number) => (count === 1 ? "1 Fehler" : `${number.format(count)} Fehler`),
  faultsText: "Es wurde nichts übernommen. Bitte berichtigen Sie die Datei und wählen Sie sie noch einmal.",
  faultsList: "Fehler nach Zeilen",
  line: "Zeile",
  field: "Spalte",
  value: "Steht da",
  fault: "Was nicht stimmt",
  fields: {
    file: "Datei",
    displayName: "Name",
    email: "E-Mail",
    roles: "Rollen",
    departmentIds: "Abteilungen",
    locale: "Sprache",
  },
}
