export const evidence = {
  title: "Nachweise",
  section: "Was zeigt, was Sie gelernt haben: Beiträge im Forum, Ergebnisse, eigene Notizen.",
  lead: "Sammeln Sie hier im Lauf des Halbjahrs, was zeigt, was Sie können: in einem Satz, mit einem Link, wo es einen gibt.",
  privacy:
    "Das sehen nur Sie. Ihre Runde sieht es erst, wenn Sie es mit der Vorbereitung auf die Kompetenzbilanzierung freigeben.",
  add: "Nachweis hinzufügen",
  emptyTitle: "Noch keine Nachweise",
  emptyText:
    "Denken Sie an eine Frage, die Sie gestellt oder beantwortet haben, oder an etwas, das in Ihrem Lernprojekt entstanden ist.",
  newTitle: "Nachweis hinzufügen",
  editTitle: "Nachweis ändern",
  edit: "Ändern",
  save: "Speichern",
  attach: "Hinzufügen",
  remove: "Entfernen",
  removeText: "Der Nachweis ist dann weg. Der Beitrag selbst bleibt, wo er ist.",
  removeNow: "Jetzt entfernen",
  kind: "Was ist es?",
  kinds: {
    post: "Beitrag im Forum",
    project: "Ergebnis aus dem Lernprojekt",
    journal: "Eintrag im Lerntagebuch",
    other: "Etwas anderes",
  },
  titleHint: "Zum Beispiel der Titel des Beitrags.",
  addressHint: "Die Adresse aus der Adresszeile des Browsers. Wo es keine gibt, bleibt das Feld leer.",
  sentence: "Was zeigt es?",
  sentenceHint:
    "Ein Satz, zum Beispiel: „Ich habe eine Frage so gestellt, dass die Fachabteilung sofort antworten konnte.“",
  competences: "Für welche Kompetenzen steht es?",
  copyTitle: "Der Eintrag, wie er beim Anhängen war",
  proposals: "Eigene Beiträge, die passen könnten",
  proposalsText: "Diese Vorschläge sehen nur Sie.",
  take: "Als Nachweis nehmen",
  conflict:
    "Dieser Nachweis wurde inzwischen in einem anderen Fenster geändert. Unten steht, was Sie hier eingegeben haben; wenn Sie speichern, ersetzt es die andere Fassung.",
}
