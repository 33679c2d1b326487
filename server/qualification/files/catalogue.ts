import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

export const filesCatalogue: CatalogueEntry[] = [
  impersonal("step_files", "cohort_step_id", "kind", "media_type", "image", "bytes"),
  {
    table: "step_files",
    columns: ["id", "member_id", "name", "caption"],
    field: {
      de: "Dateien zu Schritten: Fotos eigener ausgefüllter Bögen, und was die Lernbegleitung austeilt",
      en: "Files of steps: photos of own sheets that were filled in, and what facilitators hand out",
    },
    purpose: {
      de: "Material bereitstellen und festhalten, was auf Papier entstanden ist",
      en: "giving out material and keeping what was made on paper",
    },
    readers: {
      de: "von einem Bogen die Person selbst und die Lernbegleitung; von ausgeteilten Dateien die Lernenden und die Lernbegleitung der Lerngruppe",
      en: "of a sheet the person and the facilitators; of files that were handed out the learners and facilitators of the cohort",
    },
    retention: OWN_RETENTION,
  },
]
