import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"

export const leavingCatalogue: CatalogueEntry[] = [
  impersonal("departures", "id"),
  {
    table: "departures",
    columns: ["person_id", "member_id", "due_on"],
    leaving: { person_id: "goes" },
    field: {
      de: "Ausscheiden: an welchem Tag das Eigene einer Person gelöscht wird",
      en: "Leaving: on which day what is a person's own is deleted",
    },
    purpose: {
      de: "Zeit lassen, die eigenen Daten mitzunehmen und ein Versehen rückgängig zu machen",
      en: "leaving time to take one's own data along and to undo a mistake",
    },
    readers: { de: "die Person selbst", en: "the person" },
    retention: { de: "bis zu diesem Tag, 30 Tage", en: "until that day, 30 days" },
  },
]
