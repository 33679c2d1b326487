import type { path as germanPath, stand as germanStand } from "../../de/qualification/path.ts"
import type { Translated } from "../../translated.ts"

export const path: Translated<typeof germanPath> = {
  title: "My learning path",
  next: "Next",
  when: "When",
  where: "Where",
  online: "Online",
  join: "To the online room",
  dialIn: "Dial-in",
  noPlace: "The place is not fixed yet. As soon as the facilitator enters it, it appears here.",
  open: {
    workshop: "To the workshop",
    practice: "To the practice phase",
    meeting: "To the meeting",
    impulse: "To the learning impulse",
    assessment: "To the assessment",
    certificate: "To the certificates",
  },
  noPlaceFacilitator: "Place and link are not fixed yet. Enter them before you invite people.",
  overTitle: "All dates are behind you",
  overText: "Below you see whether anything is missing for the certificate.",
  overCertified: "You find your certificate below.",
  overTitleFacilitator: "All dates are behind the cohort",
  overTextFacilitator: "What is still missing for the certificates is said under “Status and certificates”.",
  until: "To do until then",
  remaining: "What remains",
  ownTasks: "Your tasks",
  from: (title: string) => `From “${title}”`,
  projects: "Your learning projects",
  impulses: "Learning impulses",
  allImpulses: "All learning impulses",
  tools: "Continue your work here",
  askForLearners:
    "Categories, responsible departments and writing aids are set up by editors under “Structure”. If nobody in the cohort has that role, you can request it for a learner.",
  requestRole: "Request the role",
  askForPlatform:
    "Categories, responsible departments and writing aids are set up by editors under “Structure”. You do not have that role. Please ask your facilitator to request it for you; administrators decide on it.",
  present: "In this step",
  phase: {
    one: "Practice phase",
    contents: "What it is about",
    guidance: "For facilitation",
    tasks: "Tasks in this practice phase",
    materials: "Materials",
    noImpulses: "No learning impulse of this practice phase has appeared yet.",
  },
  way: "The path",
  line: (past: number, all: number, next: string | null) => {
    const where = `${past} of ${all === 1 ? "1 meeting" : `${all} meetings and workshops`} are behind you`
    return next === null ? `${where}.` : `${where}, next comes “${next}”.`
  },
  noDatesTitle: "No dates yet",
  noDatesText: "As soon as the facilitator fixes dates, they appear here.",
  cancelled: "cancelled",
  places: { now: "running now", next: "next" },
  attendance: { present: "attended", absent: "to be made up", "made-up": "made up" },
  certificate: "For the certificate",
  nothingAsked: "The programme asks for nothing in particular for the certificate.",
  nothingOwed: "Nothing is missing. The facilitator can issue your certificate.",
  issued: "You have fulfilled everything, and your certificate is issued.",
  toCertificate: "To the certificate",
  how: {
    attendance:
      "The facilitator records who was there. If you missed something, agree with them how to make it up. What is still to come stands in the path above.",
    project: "Complete your learning project.",
    agreements: "Agree on your learning project with your manager.",
    impulses:
      "These learning impulses are needed for the certificate. What has not appeared yet is added on its date.",
    assessment: "It is fulfilled as soon as you and the facilitator have confirmed the result.",
  },
  ofAll: (done: number, all: number) => `${done} of ${all}`,
  fulfilled: "fulfilled",
  owed: "still open",
}

export const stand: Translated<typeof germanStand> = {
  title: "Status and certificates",
  section: "Who still needs something for the certificate, and issuing certificates.",
  lead: "Here you see who still needs something for the certificate, so that you can help in time. As soon as nothing is owed by somebody, you issue their certificate here. It holds the competences and sentences that were confirmed in the assessment.",
  exception:
    "This overview shows only “fulfilled” or “still open”, in the order of the names, and is declared so in the data catalogue. Only facilitators see it.",
  who: "Who",
  emptyTitle: "No learners yet",
  noLearners: "As soon as learners belong to the cohort, you see their status here.",
  noRequirements: "The programme asks for nothing in particular for the certificate.",
  add: "Add learners",
  certificate: "Certificate",
  notYet: "not yet",
}
