/** The retrospective: a board of cards, and the lessons out of it. */
export const retrospectives = {
  title: "Rückblick",
  section:
    "Karten sammeln, ordnen und abstimmen; was Sie daraus weitergeben und was frühere Lerngruppen Ihnen mitgeben.",
  lead: "Auf den Karten steht kein Name. Wessen Karte es ist, erfährt niemand, auch die Lernbegleitung nicht.",
  headings: {
    "high-points": "Höhepunkte",
    difficulties: "Schwierigkeiten",
    learned: "Das haben wir gelernt",
    different: "Das würden wir anders machen",
  },
  stages: {
    title: "Stand",
    collecting: "Karten sammeln",
    voting: "Abstimmen",
    closed: "Abgeschlossen",
  },
  now: {
    collecting: "Alle schreiben Karten und ordnen sie. Was zusammengehört, kommt unter ein Thema.",
    voting: (left: number, of: number) =>
      left === 0
        ? `Ihre ${of} Stimmen sind vergeben. Sie können sie zurücknehmen und anders verteilen.`
        : left === 1
          ? `Sie haben noch eine von ${of} Stimmen. Wer wofür stimmt, sieht niemand.`
          : `Sie haben noch ${left} von ${of} Stimmen. Wer wofür stimmt, sieht niemand.`,
    closed:
      "Die Karten gehören nun der Gruppe, und es ist nirgends mehr gespeichert, wer sie geschrieben oder wer wofür gestimmt hat.",
  },
  moves: {
    vote: "Abstimmung beginnen",
    close: "Rückblick abschließen",
    closeConfirm:
      "Den Rückblick abschließen? Danach ist nicht mehr gespeichert, wessen Karte es war und wer wofür gestimmt hat. Das lässt sich nicht zurückholen.",
    collect: "Wieder Karten sammeln",
    collectConfirm: "Wieder Karten sammeln? Die Stimmen werden dabei gelöscht.",
    closeEarly: "Ohne Abstimmung abschließen",
  },
  empty: "Noch keine Karte.",
  add: {
    label: "Neue Karte",
    save: "Karte hinzufügen",
  },
  own: "Ihre Karte",
  edit: "Ändern",
  remove: "Karte entfernen",
  removeText: "Die Karte verschwindet für die ganze Gruppe und lässt sich nicht zurückholen.",
  removeNow: "Jetzt entfernen",
  body: "Text der Karte",
  save: "Karte speichern",
  conflict:
    "Sie haben die Karte inzwischen in einem anderen Fenster geändert. Die neue Fassung steht hier, Ihre Eingabe darunter.",
  sort: "Einordnen",
  place: "Wohin",
  single: "einzeln",
  move: "Verschieben",
  newTopic: "Neues Thema mit dieser Karte",
  makeTopic: "Thema anlegen",
  topic: "Thema",
  topicEdit: "Umbenennen oder auflösen",
  topicName: "Name des Themas",
  topicSave: "Thema speichern",
  topicConflict:
    "Inzwischen hat jemand das Thema umbenannt. Der neue Name steht hier, Ihre Eingabe darunter.",
  dissolve: "Thema auflösen",
  dissolveText: "Die Karten bleiben und stehen danach wieder einzeln in der Spalte.",
  dissolveNow: "Jetzt auflösen",
  vote: {
    give: "Stimme geben",
    takeBack: "Stimme zurücknehmen",
    given: "Ihre Stimme",
    sum: (votes: number) => (votes === 1 ? "1 Stimme" : `${votes} Stimmen`),
  },
  takeOver: "Als Erkenntnis übernehmen",
  toLessons: "Zu den Erkenntnissen",
}

export const lessons = {
  title: "Erkenntnisse",
  lead: "Was soll die nächste Lerngruppe wissen? Schreiben Sie es so, dass man es ohne Sie versteht und sich niemand darin wiederfinden muss.",
  own: "Unsere Erkenntnisse",
  ownHint:
    "So lesen es spätere Lerngruppen desselben Programms, sobald die Lernbegleitung es freigibt: ohne Namen und ohne den Namen dieser Lerngruppe. Freigegebenes bleibt, wenn die Lerngruppe gelöscht wird; alles andere wird mit ihr gelöscht.",
  ownEmpty:
    "Noch keine Erkenntnis. Übernehmen Sie eine Karte aus dem Rückblick, oder schreiben Sie eine neue.",
  earlier: "Aus früheren Lerngruppen",
  earlierHint: "Freigegeben von Lerngruppen, die dieses Programm vor Ihnen durchlaufen haben.",
  earlierEmpty: "Bisher hat keine frühere Lerngruppe dieses Programms etwas freigegeben.",
  readOn: "Alle Erkenntnisse",
  add: "Erkenntnis schreiben",
  edit: "Bearbeiten",
  fields: { kind: "Art", title: "Titel", body: "Text" },
  bodyHint: "Höchstens 4.000 Zeichen. Bitte ohne Namen von Personen.",
  save: "Erkenntnis speichern",
  conflict:
    "Inzwischen hat jemand eine neuere Fassung gespeichert. Sie steht hier; Ihre Eingaben stehen darunter im Formular.",
  remove: "Löschen",
  removeText: "Die Erkenntnis wird für die ganze Gruppe gelöscht.",
  removeNow: "Jetzt löschen",
  draft: "noch nicht freigegeben",
  released: "freigegeben",
  releasedOn: "Freigegeben am",
  release: "Für spätere Lerngruppen freigeben",
  releaseConfirm:
    "Für spätere Lerngruppen freigeben? Sie lesen dann genau diesen Text, auch wenn diese Lerngruppe gelöscht ist.",
  withdraw: "Freigabe zurücknehmen",
  allTitle: "Erkenntnisse aus allen Lerngruppen",
  allLead:
    "Was Lerngruppen für spätere freigegeben haben, nach Programmen. Von welcher Lerngruppe es kommt, steht hier nicht.",
  allEmpty: "Noch nichts freigegeben",
  allEmptyText:
    "Im letzten Workshop schreibt jede Lerngruppe ihren Rückblick. Was sie daraus freigibt, steht dann hier.",
  orphan: "Die Lerngruppe ist gelöscht; zurücknehmen kann sie es nicht mehr.",
  removeForAll: "Für alle löschen",
  removeForAllText: "Die Erkenntnis wird endgültig gelöscht. Spätere Lerngruppen sehen sie dann nicht mehr.",
  removeForAllNow: "Jetzt löschen",
}
