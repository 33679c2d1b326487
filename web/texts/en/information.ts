import type { information as german } from "../de/information.ts"
import type { Translated } from "../translated.ts"

export const information: Translated<typeof german> = {
  contents: "On this page",
  otherLanguage: "This text is available in German only.",
  catalogue: {
    title: "Catalogue of what is stored",
    lead: "This catalogue is made from the program itself: every field of the database that says something about a person stands in it.",
    field: "What",
    purpose: "What for",
    readers: "Who sees it",
    retention: "How long",
    columns: "Fields",
  },
  criteria: {
    title: "Requirements that were checked",
    lead: "All success criteria of the WCAG 2.2, levels A and AA, and clause 9 of the EN 301 549: how the maker checks each and with what result. The checks run with each change of the software.",
    requirement: "Requirement",
    checked: "How it is checked",
    result: "Result",
  },
  mails: {
    title: "E-mails in the trial",
    lead: "In a trial no e-mail leaves this computer. You read here what would be sent; links in it work.",
    everybody:
      "Everybody who reaches the trial reads this page, even without signing in: every e-mail to every person, with the links to set a password. Use example data only.",
    whoTitle: "Who gets which e-mail?",
    who: [
      "Invitation: a new person, with a link to set a password.",
      "New password: whoever chooses “Forgot your password?”.",
      "Everything else: whom it concerns, at once, in a digest or never, as they chose in their profile. The help names every reason.",
    ],
    emptyTitle: "No e-mails yet",
    emptyText:
      "Answer a question as a specialist, or create a person as an administrator. The e-mail appears here a few seconds later; reload the page.",
    from: "From",
    to: "To",
    replyTo: "Reply to",
    at: "Sent",
    frame: (subject) => `Content of the e-mail “${subject}”`,
    asText: "As plain text",
    calendar: "Calendar entry",
    head: "Headers",
    most: (count) => `The last ${count} e-mails are shown.`,
    reload: "Reload",
    answer: "E-mail to the forum",
    reply: "Reply by e-mail",
  },
  mailIn: {
    title: "E-mail to the forum",
    lead: "In a trial this page stands for the forum's mailbox: put an e-mail in and see what becomes of it.",
    file: "E-mail as a file",
    fileHint: "An .eml file, as mail programs make it when you save a mail or drag it to the desktop.",
    source: "Or its source",
    sourceHint:
      "To reply: “To” is the address that the notification has as “Reply to”, and “From” the address of the person who got it.",
    submit: "Deliver",
    outcomes: {
      posted: "The e-mail is published in the forum.",
      drafted:
        "Something in the e-mail looks like personal data. It is kept as a draft that only the person who wrote it sees.",
      returned: "The e-mail was not published and goes back to the person with the reason.",
      report: "This is a delivery report. The forum remembers that the address cannot be reached.",
      ignored: "The e-mail was put aside: unknown sender, made by a program, or from this forum itself.",
    },
    links: {
      posted: "To the post",
      drafted: "To the draft",
      returned: "To the e-mails",
      report: "To the e-mails",
      ignored: "To the e-mails",
    },
    asQuestion: "Example: a question",
    asReply: "Example: a reply to your last notification",
    examples: {
      question: {
        subject: "Does a move within the same house have to be reported?",
        body: (name) =>
          `Hello,\n\na family moves to a larger flat in the same house. Is that a change that they have to report?\n\nKind regards,\n${name}\nTelephone 0123 456789`,
      },
      reply: (quoted) =>
        `Hello,\n\nmany thanks, that helps.\n\nKind regards,\n\nOn 30 Nov 2026, at 09:58, Fachforum wrote:\n${quoted}`,
    },
  },
  api: {
    title: "Interface (API)",
    lead: "Programs can do everything that the pages can do. This description is made from the program itself.",
    basics: [
      "Sign in with the session cookie that “POST /api/sign-in” sets.",
      "Every request that changes something carries the address of this installation in its “Origin” header.",
      "Unknown fields are refused. Fields marked “optional” can be left out.",
      "Errors are “application/problem+json” after RFC 9457, with a stable code.",
      "Lists are paged with “after”: it takes the value “next” of the page before.",
    ],
    json: "As OpenAPI 3.1 (JSON)",
    groups: "Groups",
    access: "Access",
    everybody: "everybody, signed in or not",
    signedIn: "everybody signed in, as far as they may see the thing",
    parameters: "Parameters",
    body: "Request",
    answer: "Answer",
    refusals: "Refusals",
    noContent: "no content",
    optional: "optional",
    listOf: (what) => `list of ${what}`,
    or: "or",
    operations: (count) => (count === 1 ? "1 operation" : `${count} operations`),
  },
}
