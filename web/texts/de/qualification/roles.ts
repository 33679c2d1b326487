/** Whether a learner may set the platform up, and how a facilitator asks for it. */
export const roles = {
  title: "Wer die Plattform einrichtet",
  lead: "Kategorien, zuständige Abteilungen und Schreibhilfen richtet ein, wer die Rolle Redaktion hat. Beantragen Sie sie für lernende Personen, die daran arbeiten; die Administration entscheidet.",
  noLearners: "Fügen Sie zuerst Lernende hinzu.",
  states: {
    has: "hat die Rolle",
    none: "nicht beantragt",
    open: (day: string) => `beantragt am ${day}`,
    declined: "abgelehnt",
    granted: "gewährt, inzwischen aber nicht mehr da",
  },
  declined: (answer: string) => `Begründung der Administration: ${answer}`,
  ask: "Rolle beantragen",
  person: "Für wen?",
  reason: "Wofür braucht die Person die Rolle?",
  reasonHint: "Das lesen die Administration und die Person selbst.",
  send: "Beantragen",
  own: {
    open: (day: string) =>
      `Ihre Lernbegleitung hat die Rolle Redaktion am ${day} für Sie beantragt. Die Administration entscheidet darüber.`,
    declined: (answer: string) =>
      `Ihre Lernbegleitung hat die Rolle Redaktion für Sie beantragt, die Administration hat abgelehnt: ${answer}`,
  },
}
