export const journal = {
  title: "Journal",
  section: "Your own notes on learning, encrypted. You alone read them.",
  lead: "Here you note for yourself what you learn. Neither the facilitator nor your manager nor the administration reads it, and the search does not find it.",
  privacyTitle: "How your journal is protected",
  privacy: [
    "Title and text are encrypted in the database. The key lies outside of the database and its backups. Whoever administers the application or has a copy of the database cannot read your entries. Not encrypted are only the day, the cohort and the step that an entry belongs to, with whom you share it, and what you yourself copy as evidence.",
    "It does not protect against the people who operate the server itself: they can get at the key. So write nothing that nobody there may read, and nothing from case files.",
    "If the key is lost, the entries can never be read again. The browser remembers only what does not arrive when you send it, so that nothing else stays behind on a shared computer: save now and then.",
    "An entry is yours until you delete it or your account is deleted. You can take everything along under “Qualification”.",
  ],
  fields: { title: "Title", body: "Text", writtenOn: "Day", about: "Belongs to" },
  write: "Write an entry",
  older: "Older entries",
  emptyTitle: "No entries yet",
  emptyText: "What you write stands here afterwards, the newest first.",
  promptsTitle: "Where to start?",
  prompts: [
    "What did I manage well this week?",
    "What was different from what I had expected?",
    "Where did I need help, and who helped?",
    "What would I like to try next week?",
    "What do I take from the last session?",
  ],
  edit: "Change",
  save: "Save",
  bodyHint:
    "For you alone. The browser remembers only what does not arrive when you send it: save now and then, you can change it at any time.",
  aboutNothing: "Nothing in particular",
  wholeCohort: (name: string) => `${name}, in general`,
  conflict:
    "This entry was changed in another window meanwhile. Both versions are here: first the saved one, below it what you typed. You can replace the saved one, or save yours as an entry of its own.",
  replace: "Replace the saved version",
  saveAsNew: "Save as an entry of its own",
  unreadable: "Unreadable entry",
  unreadableText:
    "This entry cannot be read: its key is missing, or what is stored was changed. Please ask the administration whether the key file is complete. Nothing is deleted.",
  unreadableShared: "This entry cannot be read at the moment.",
  offTitle: "The journal is not set up here",
  offText:
    "The key file that entries are encrypted with is missing. The administration can set it up. Everything else in the qualification works without a journal.",
  share: "Share",
  shareText:
    "You can show this one entry. The others then read your name, the day, the title and the whole text, also when you change it later. You can take it back at any time.",
  shareWith: { facilitator: "Show to the facilitator", group: "Show to the cohort" },
  sharedText: {
    facilitator: "At the moment this entry is read by the facilitator of",
    group: "At the moment this entry is read by all learners and the facilitator of",
  },
  sharedRule: "They see changes, too. Once you take it back, nobody sees it any more.",
  unshare: "Take back",
  sharedBadge: { facilitator: "For the facilitator", group: "For the cohort" },
  editShared: {
    facilitator: (cohort: string) =>
      `At the moment this entry is read by the facilitator of ${cohort}, who sees your changes at once.`,
    group: (cohort: string) =>
      `At the moment this entry is read by everybody in ${cohort}, who see your changes at once.`,
  },
  remove: "Delete",
  removeText: "The entry is then gone for good and cannot be restored.",
  removeNow: "Delete for good",
  asEvidence: "Use as evidence",
  asEvidenceFor: (cohort: string) => `Use as evidence (${cohort})`,
  asEvidenceText:
    "For the assessment you can use a copy of this entry as evidence. You see before what is copied and how the copy is stored.",
  sharedTitle: "Shared entries",
  sharedLead:
    "Journal entries that somebody shows at the moment. Once one is taken back, it is gone from here.",
}
