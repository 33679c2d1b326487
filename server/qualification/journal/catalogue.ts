import { type CatalogueEntry, READERS } from "../../accounts/index.ts"

export const journalCatalogue: CatalogueEntry[] = [
  {
    table: "journal_entries",
    columns: [
      "id",
      "person_id",
      "cohort_id",
      "cohort_step_id",
      "written_on",
      "key_id",
      "sealed",
      "shared_cohort_id",
      "shared_with",
      "version",
    ],
    leaving: { person_id: "goes" },
    field: {
      de: "Lerntagebuch: verschlüsselte Einträge mit Tag und Schritt, und mit wem einer geteilt ist",
      en: "Journal: encrypted entries with day and step, and with whom one is shared",
    },
    purpose: { de: "das eigene Lernen festhalten", en: "keeping one's own learning" },
    readers: {
      ...READERS.self,
      de: `${READERS.self.de}; einen geteilten Eintrag auch die Lernbegleitung oder die Lerngruppe, bis er zurückgenommen wird`,
      en: `${READERS.self.en}; a shared entry also the facilitators or the cohort, until it is taken back`,
    },
    retention: {
      de: "bis die Person den Eintrag löscht oder ihre Lerngruppe verlässt; 30 Tage nachdem sie herausgenommen oder ihr Konto geschlossen wurde",
      en: "until the person deletes the entry or leaves their cohort; 30 days after they were taken out or their account was closed",
    },
  },
]
