/** A question or best practice with what stands below it, and the fields for attachments. */
export const thread = {
  uploads: {
    legend: "Anhänge",
    choose: "Dateien hinzufügen",
    hint: "Bilder, PDF, Office-Dateien ohne Makros und Text, je Datei höchstens 10 MB, höchstens 8 Dateien. Bitte ohne Angaben zu Personen.",
    newAlternative: "Bildbeschreibung",
    newAlternativeHint:
      "Wenn Sie Bilder hinzufügen: Was ist zu sehen? Ein Satz hilft allen, die das Bild nicht sehen können.",
    alternative: "Bildbeschreibung",
    alternativeHint: "Was ist auf dem Bild zu sehen?",
    remove: "Diese Datei wieder entfernen",
    removeNamed: (name: string) => `„${name}“ wieder entfernen`,
  },
}
