/** How long the data of a cohort stay, and who of it reads them, for the data catalogue. */
export const COHORT_RETENTION = {
  de: "bis zum Löschtag der Lerngruppe, der bei ihrem Start festgelegt wird",
  en: "until the day of deletion of the cohort, which is fixed at its start",
}
export const COHORT_READERS = {
  de: "die Lernbegleitung, die Lernenden und die beteiligten Führungskräfte der Lerngruppe",
  en: "the facilitators, the learners and the managers of the cohort",
}
