/** Of everything that goes with its cohort. */
export const COHORT_RETENTION = {
  de: "bis zum Löschtag der Lerngruppe, der bei ihrem Start festgelegt wird",
  en: "until the day of deletion of the cohort, which is fixed at its start",
}
