import { type CatalogueEntry, impersonal } from "../accounts/index.ts"

/** What this module stores: which mails were taken, by a hash that tells nobody whose they were. */
export const mailInCatalogue: CatalogueEntry[] = [
  impersonal("incoming_mails", "id", "outcome", "subject_id", "refused", "day"),
]
