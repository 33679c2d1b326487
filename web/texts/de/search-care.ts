/** What specialists and administrators do so that others find: synonyms, and what is missing. */
export const searchCare = {
  synonyms: {
    title: "Synonyme",
    lead: "Begriffe und Abkürzungen, die dasselbe bedeuten. Wer nach dem einen sucht, findet auch das andere, ab sofort.",
    add: "Gruppe anlegen",
    list: "Gruppen von Begriffen",
    edit: "Ändern",
    of: (terms: string) => `„${terms}“`,
    means: " = ",
    empty: "Noch keine Synonyme",
    emptyText: "Legen Sie die Abkürzungen an, die in Ihrer Abteilung alle benutzen, zum Beispiel KdU.",
    newTitle: "Gruppe anlegen",
    editTitle: "Gruppe ändern",
    hint: "Jeder Begriff in einer Zeile, mindestens zwei, höchstens zehn. Zum Beispiel „KdU“ und darunter „Kosten der Unterkunft“. Nur was wirklich dasselbe bedeutet: Sonst finden alle Unpassendes.",
    deleteLink: "Gruppe löschen",
    deleteTitle: "Diese Gruppe löschen?",
    deleteText: (terms: string) =>
      `Danach findet die Suche nach dem einen Begriff das andere nicht mehr: ${terms}. Beiträge bleiben, wie sie sind.`,
    delete: "Löschen",
    faults: {
      few: "Bitte nennen Sie mindestens zwei Begriffe, jeden in einer eigenen Zeile.",
      many: "Mehr als zehn Begriffe sind in einer Gruppe nicht möglich.",
      long: (term: string) => `„${term}“ ist zu lang. Ein Begriff hat höchstens 80 Zeichen.`,
      odd: (term: string) =>
        `„${term}“: Ein Begriff hat mindestens zwei Zeichen, und ein Buchstabe ist dabei.`,
      twice: (term: string) => `„${term}“ steht zweimal in dieser Gruppe.`,
      taken: (term: string, terms: string) =>
        `„${term}“ steht schon in einer anderen Gruppe: ${terms}. Bitte ergänzen Sie dort.`,
    },
  },
  missing: {
    title: "Erfolglose Suchen",
    tab: "Erfolglose Suchen",
    lead: "Danach haben mindestens fünf verschiedene Personen an einem Tag gesucht, ohne etwas zu finden. Wer gesucht hat und wie oft, wird nicht festgehalten. Nach 90 Tagen verschwindet ein Eintrag von selbst.",
    synonyms: "Synonyme pflegen",
    list: "Suchen ohne Treffer",
    inAll: "in allen Kategorien",
    since: "seit",
    write: "Beitrag anlegen",
    share: "Als gute Praxis teilen",
    synonym: "Synonym anlegen",
    settle: "Erledigt",
    of: (words: string) => `zu „${words}“`,
    empty: "Zurzeit fehlt nichts",
    emptyText: "Sobald mehrere Personen nach demselben suchen und nichts finden, steht es hier.",
  },
}
