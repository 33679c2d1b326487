import type { starts as german } from "../../de/qualification/starts.ts"

export const starts: typeof german = {
  title: "Where we stand",
  section: "What we begin with: experience with digital media, and the work processes of the department.",
  lead: "What we begin with: what you know already, and how your department works.",
  experiences: {
    title: "Experience with digital media",
    lead: "A few short questions. What you leave empty is missed by nobody.",
    ownTitle: "Your answers",
    media: "Which media do you use at work?",
    kinds: {
      mail: "e-mail",
      phone: "telephone",
      chat: "chat",
      video: "video conference",
      "shared-files": "shared files",
      forum: "forum",
      wiki: "wiki",
    },
    questions: {
      helps: "What works well?",
      hinders: "What hinders or costs time?",
      wish: "What do you wish for?",
    },
    anonymous: "Show my answers without my name",
    anonymousHint:
      "Answers without names appear only when there are at least three to a question, in the order of the alphabet and without a time. Your style can still be recognised.",
    save: "Save the answers",
    together: "Looked at together",
    nothing: "No answer yet that can be shown.",
    medium: "Medium",
    people: "People",
    tooFew: "Numbers stand here from five answers on.",
  },
  processes: {
    title: "Work processes",
    lead: "What the group writes here is the group's: without names, and all can add to it.",
    add: "Add a work process",
    edit: "Edit",
    toProject: "Begin a learning project from it",
    emptyTitle: "No work process yet",
    emptyText: "Begin with a process that all know, the incoming post for example.",
    fields: {
      title: "Work process",
      steps: "Steps",
      media: "Media today",
      pain: "What hurts",
      change: "What a platform could change",
    },
    titleHint: "For example: query on an application",
    save: "Save the work process",
    remove: "Delete",
    removeText: "The work process is deleted for the whole group.",
    removeNow: "Delete now",
    conflict:
      "Somebody has saved a newer version meanwhile. It stands here; what you typed is in the form below.",
  },
}
