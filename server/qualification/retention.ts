/** How long the data of a cohort stay, and who of it reads them, for the data catalogue. */
export const COHORT_RETENTION = {
  de: "bis zum Löschtag der Lerngruppe, der bei ihrem Start festgelegt wird",
  en: "until the day of deletion of the cohort, which is fixed at its start",
}
export const COHORT_READERS = {
  de: "die Lernbegleitung, die Lernenden und die beteiligten Führungskräfte der Lerngruppe",
  en: "the facilitators, the learners and the managers of the cohort",
}
/** Of what a learner writes for themselves. */
export const OWN_RETENTION = {
  de: `${COHORT_RETENTION.de}; früher, wenn die Person die Lerngruppe verlässt (sofort, oder 30 Tage nachdem sie herausgenommen oder ihr Konto geschlossen wurde)`,
  en: `${COHORT_RETENTION.en}; earlier when the person leaves the cohort (at once, or 30 days after they were taken out or their account was closed)`,
}
