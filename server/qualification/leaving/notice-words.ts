/** Each sentence goes on after the greeting. */
const de = {
  left: {
    subject: "Jemand hat Ihre Lerngruppe verlassen",
    somebody: "jemand hat Ihre Lerngruppe verlassen.",
    person: (name: string, cohort: string) => `${name} gehört nicht mehr zu Ihrer Lerngruppe „${cohort}“.`,
    lonely: (address: string) =>
      `In einer Runde der Kompetenzbilanzierung fehlt nun die zweite lernende Person. Bitte planen Sie sie neu: ${address}`,
    link: "Zur Lerngruppe",
  },
  removed: {
    subject: "Sie gehören nicht mehr zu einer Lerngruppe",
    fromYours: "Sie gehören nicht mehr zu Ihrer Lerngruppe.",
    from: (cohort: string) => `Sie gehören nicht mehr zur Lerngruppe „${cohort}“.`,
    until: (day: string) =>
      `Was Sie dort für sich geschrieben haben, wird am ${day} gelöscht. Bis dahin können Sie es mitnehmen. Ein Zertifikat bleibt.`,
    link: "Ihre Daten",
  },
}

const en: typeof de = {
  left: {
    subject: "Somebody has left your cohort",
    somebody: "somebody has left your cohort.",
    person: (name, cohort) => `${name} does not belong to your cohort “${cohort}” any more.`,
    lonely: (address) =>
      `A round of the competence assessment has no peer now. Please plan it anew: ${address}`,
    link: "To the cohort",
  },
  removed: {
    subject: "You do not belong to a cohort any more",
    fromYours: "you do not belong to your cohort any more.",
    from: (cohort) => `you do not belong to the cohort “${cohort}” any more.`,
    until: (day) =>
      `What you wrote for yourself in it will be deleted on ${day}. Until then you can take it along. A certificate stays.`,
    link: "Your data",
  },
}

export const NOTICE_WORDS = { de, en }
