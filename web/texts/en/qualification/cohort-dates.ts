import type { cohortDates as original } from "../../de/qualification/cohort-dates.ts"
import type { Translated } from "../../translated.ts"

export const cohortDates: Translated<typeof original> = {
  moving: {
    title: (step: string) => `${step}: change the date`,
    change: "Change",
    changeHere: "Change time and place",
    startsAt: "Day and begin",
    minutes: "Duration in minutes",
    place: "Place",
    link: "Link to the online meeting",
    dialIn: "Dial-in",
    dialInHint: "Telephone number and PIN, in case somebody calls",
    save: "Save date",
    told: "Whoever has been invited is told the change by e-mail.",
    cancel: "Cancel the session",
    cancelText: "It stays visible as cancelled. Whoever was invited gets a cancellation. You can restore it.",
    cancelNow: "Cancel",
    restore: "Restore the session",
    restoreText: "This session is cancelled. Restore it to change it.",
    conflictTitle: "The date was changed meanwhile",
    conflictText: "Below in the form is what you entered; if you save, it replaces the state shown here.",
  },
  invitations: {
    title: "Invitations",
    lead: "Every session ahead goes to learners and facilitators as an e-mail of its own with a calendar entry. Managers are invited to the time for which they join in by the agenda.",
    invited: "invited, is told changes",
    waiting: (sessions: number) => (sessions === 1 ? "gets 1 invitation" : `gets ${sessions} invitations`),
    unreachable: "no active account",
    send: "Send invitations",
    allInvited: "Everybody is invited. Whoever joins later is invited automatically.",
    noSessions: "There are no more sessions ahead.",
    homeless: (count: number) =>
      count === 1
        ? "For 1 session it is not said yet where it takes place"
        : `For ${count} sessions it is not said yet where they take place`,
    homelessText: "Enter a place, link or dial-in before you invite people:",
    homelessConfirm: (count: number) =>
      count === 1
        ? "For 1 session it is not said yet where it takes place. Invite all the same?"
        : `For ${count} sessions it is not said yet where they take place. Invite all the same?`,
  },
  attendance: {
    record: "Attendance",
    lead: "One tap is enough, a second one takes it back. Reasons and times are not recorded. Besides you, everybody sees their own entry only.",
    states: { present: "present", absent: "absent", "made-up": "made up" },
    open: "still open",
    all: "All present",
    tooEarly: "Attendance can be recorded on the day of the session.",
    noLearners: "No learners yet. Add them under “People”.",
    undo: "take back",
    others: "Absent and made up",
  },
  plan: {
    title: "Half-year plan",
    print: "To print: Ctrl + P. Only this plan is printed, on one page.",
  },
  calendar: {
    title: "My calendar",
    section: "Subscribe to the sessions of your cohorts in your own calendar program",
    lead: "With a secret address your calendar program shows the sessions of your cohorts and keeps them up to date.",
    address: "Secret address",
    once: "Copy the address into your calendar program now (“subscribe to a calendar”). It is shown only this once. Whoever knows it sees your sessions: do not pass it on.",
    exists: "There is an address. We have stored only its hash and cannot show it again.",
    none: "There is no address yet.",
    make: "Make an address",
    renew: "Make a new address",
    renewText: "The former address then ends.",
    revoke: "Revoke the address",
    revokeText: "Your calendar then gets no dates any more until you make a new address.",
    revokeNow: "Revoke now",
  },
}
