import type { elements as german } from "../de/elements.ts"
import type { Translated } from "../translated.ts"

export const elements: Translated<typeof german> = {
  search: {
    label: "Suggestions",
    count: (count) =>
      count === 1
        ? "1 suggestion, choose with the arrow keys"
        : `${count} suggestions, choose with the arrow keys`,
    all: (typed) => `Show all results for “${typed}”`,
    answered: "answered",
    official: "official answer",
  },
  dayOff: {
    hint: (why) => `Not a working day: ${why}. You can choose it all the same.`,
    saturday: "Saturday",
    sunday: "Sunday",
    "year-end": "between Christmas Eve and New Year",
  },
  toolbar: {
    label: "Format the text",
    bold: "Bold",
    italic: "Italic",
    list: "Bulleted list",
    numbers: "Numbered list",
    quote: "Quotation",
    link: "Link",
    table: "Table",
    column: (number: number) => `Column ${number}`,
    code: "Code",
    withKey: (name, key) => `${name} (Ctrl+${key})`,
    preview: "Preview",
    previewShown: "The preview is shown.",
    previewHidden: "You can go on writing.",
    previewEmpty: "No text yet.",
    placeholder: "text",
  },
  limit: {
    left: (left: string, most: string) => `${left} of ${most} characters left`,
    over: (count: number, text: string, most: string) =>
      count === 1
        ? `1 character too long. At most ${most} are possible.`
        : `${text} characters too long. At most ${most} are possible.`,
  },
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
  failed: "That did not work. Please check your connection and try again.",
  keep: {
    label: "Text not sent",
    offer: (when) => `There is text of ${when} that you have not sent.`,
    restore: "Restore",
    discard: "Discard",
    restored: "Your text is back.",
    discarded: "The text is discarded.",
    filesMissing: "Files have to be added again.",
  },
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
  similar: {
    found: (count) => (count === 1 ? "1 similar post found" : `${count} similar posts found`),
    jump: "To the similar posts",
    back: "Back to the text",
    kept: (title) => (title ? `What you wrote is still here: “${title}”` : "What you wrote is still here."),
    resume: "Go on writing",
    discard: "Discard, I found the answer",
  },
  upload: {
    drop: "Drag files here. You can paste a screenshot into the text (Ctrl+V) or drag it there: then it stands in the text at that place.",
    progress: (name) => `${name} is being uploaded`,
    added: (name) => `${name} has been added.`,
    addedImage: (name) => `${name} has been added. Please describe what it shows.`,
    removed: (name) => `${name} has been removed.`,
    removedFromText: (name) => `${name} stood in the text, too, and has been removed there as well.`,
    remove: "Remove",
    place: "Insert into the text",
    placed: (name) => `${name} now stands in the text.`,
    screenshot: (when) => `Screenshot ${when}`,
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
  confirm: { confirm: "Yes", cancel: "Cancel", label: "Please confirm" },
  offline: {
    keptText:
      "No connection to the forum. Nothing has been sent yet; what you wrote stays here. Please leave this page open.",
    notSent: "No connection to the forum. Nothing has been sent yet. Please leave this page open.",
    back: "The connection is back.",
    send: "Send now",
  },
  sending: "Sending …",
  copy: { done: "Copied", failed: "Copying is not possible. Please select and copy it yourself." },
  live: {
    answers: (count) => (count === 1 ? "1 new answer" : `${count} new answers`),
    comments: (count) => (count === 1 ? "1 new comment" : `${count} new comments`),
    and: (one, other) => `${one} and ${other}`,
    show: (what) => `Show ${what}`,
    changed: "The post was changed – show again",
    asked: "The department has asked back. Show",
    replied: "The department’s question was replied to. Show",
    moved: "The state of the question has changed – show it",
    queueChanged: "The list has changed – reload",
    shown: "The page is up to date.",
  },
  timer: {
    left: (minutes: number) => `${minutes} min left`,
    more: (minutes: number) => `${minutes} min over`,
    over: (title: string) => `The time for “${title}” is up.`,
    phase: (title: string) => `Now: ${title}`,
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
