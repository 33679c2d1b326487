/** What the small scripts say that come later: while somebody writes, sends files or has no connection. */
import type { elementsLater as german } from "../de/elements-later.ts"
import type { Translated } from "../translated.ts"

export const elementsLater: Translated<typeof german> = {
  paste: {
    label: "Pasted text",
    formatted: "Pasted with formatting.",
    pictures: (count: number) =>
      count === 1
        ? "One picture was not taken over. Please add it as a file."
        : `${count} pictures were not taken over. Please add them as files.`,
    below: "You can change this below the field.",
    plain: "Paste text only",
    isPlain: "Only the text is pasted.",
    undo: "Undo",
    undone: "Pasting is undone.",
    keep: "Leave it",
  },
  passkey: {
    failed: "This was cancelled, or there is no fitting passkey here. Please try once more.",
  },
  mention: { label: "People to mention" },
  mail: {
    label: "Pasted e-mail",
    found: "This looks like an e-mail. What should stay in the text?",
    useSubject: (subject) => `Use the subject as the title: “${subject}”`,
    subjectUsed: "The subject is now the title.",
    remove: "Remove",
    removeAll: "Remove all of these",
    removed: (part) => `${part}: removed.`,
    keep: "Leave as it is",
    back: "Put back what was removed",
    isBack: "What was removed is in the text again.",
    parts: {
      greeting: "Salutation",
      closing: "Closing",
      signature: "Signature",
      "quoted-header": "Header lines",
      "quoted-text": "Quoted text",
      disclaimer: "The sender’s notice",
    },
  },
  personal: {
    label: "Possible personal data",
    found: (count) =>
      count === 1
        ? "One place looks like personal data. Please check it before sending."
        : `${count} places look like personal data. Please check them before sending.`,
    blacken: (replacement) => `Black out: ${replacement}`,
    blackenAll: (count) => `Black out all ${count}`,
    blackened: (replacement) => `Blacked out: ${replacement}`,
  },
  upload: {
    progress: (name) => `${name} is being uploaded`,
    added: (name) => `${name} has been added.`,
    addedImage: (name) => `${name} has been added. Please describe what it shows.`,
    removed: (name) => `${name} has been removed.`,
    removedFromText: (name) => `${name} stood in the text, too, and has been removed there as well.`,
    remove: "Remove",
    place: "Insert into the text",
    placed: (name) => `${name} now stands in the text.`,
    tooLarge:
      "The file is larger than 10 MB. Please make it smaller, for example as a PDF with a lower resolution, or split it.",
    tooMany: "A post can have at most 8 files. Please put several together in one PDF, or remove others.",
    failed: (name, reason) => `${name}: ${reason}`,
    brokenOff: "The transfer broke off. The file is not included.",
    offline: "No connection. The file is not included.",
    again: "Try again",
    without: "Go on without this file",
    undecided: "Not sent yet: this file would not be included. Please decide.",
    dismissed: "The file will not be sent.",
    waiting: "The files are still being uploaded. Then it will be sent.",
  },
  outbox: {
    label: "Not sent yet",
    pending: (count: number) => `${count} not sent yet`,
    waiting: "It stays in this browser and is sent as soon as the connection is back.",
    kept: "Not sent yet. It is sent as soon as the connection is back.",
    sent: "Saved.",
    signIn: "Please sign in, in a new window. Then it is sent.",
    refused: "Not accepted",
    again: "Try again",
    takeOver: "Take into the form",
    discard: "Discard",
    photo: "Photo",
  },
}
