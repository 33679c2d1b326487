/** Files of a step: what is handed out, and photos of sheets that were filled in on paper. */
export const files = {
  handouts: "Dateien zum Mitnehmen",
  noHandouts: "Noch keine Dateien.",
  add: "Dateien hinzufügen",
  handoutsFor:
    "Folien und Handouts zu diesem Schritt. Die Lernenden und die Lernbegleitung sehen sie hier; Führungskräfte nicht.",
  choose: "Dateien auswählen",
  chooseHint:
    "Bilder, PDF, Office-Dateien ohne Makros und Text, je Datei höchstens 10 MB, höchstens 8 auf einmal. Bitte ohne Angaben zu Personen.",
  caption: "Was ist das?",
  captionHint: "Steht vor dem Namen der Datei, zum Beispiel „Folien aus Workshop 2“.",
  handOut: "Hinzufügen",
  sheet: "Bogen auf Papier ausgefüllt?",
  sheets: "Fotos ausgefüllter Bögen",
  sheetFor: "Hier bewahren Sie ein Foto davon auf. Das Foto sehen nur Sie und Ihre Lernbegleitung.",
  noSheets: "Noch keine. Ein Foto sehen nur die lernende Person selbst und die Lernbegleitung.",
  addSheet: "Foto hinzufügen",
  sheetCaption: "Welcher Bogen ist es?",
  sheetCaptionHint: "Zum Wiederfinden, und für alle, die das Bild nicht sehen können.",
  sheetChoose: "Foto",
  sheetHint:
    "Mit dem Telefon fotografieren oder ein Bild auswählen. Ort und Gerät werden aus dem Bild entfernt.",
  sheetAlt: (said: string) => (said ? `Foto des Bogens: ${said}` : "Foto eines ausgefüllten Bogens"),
  handIn: "Hochladen",
  remove: "Löschen",
  removeText: "Die Datei wird für alle in der Lerngruppe gelöscht. Das lässt sich nicht rückgängig machen.",
  removeSheetText: "Das Foto wird endgültig gelöscht.",
  removeNow: "Endgültig löschen",
}
