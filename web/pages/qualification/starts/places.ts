/** Which of the page's forms it is, where it is not that of a work process. */
export const OWN = "experience"
export const NEW = "process"

export const startOf = (cohortId: string) => `/lerngruppen/${cohortId}/ausgangslage`
export const processesOf = (cohortId: string) => `${startOf(cohortId)}#arbeitsablaeufe`
