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
  toolbar: {
    label: "Format the text",
    bold: "Bold",
    italic: "Italic",
    list: "Bulleted list",
    numbers: "Numbered list",
    quote: "Quotation",
    link: "Link",
    code: "Code",
    withKey: (name, key) => `${name} (Ctrl+${key})`,
    preview: "Preview",
    previewShown: "The preview is shown.",
    previewHidden: "You can go on writing.",
    previewEmpty: "No text yet.",
    placeholder: "text",
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
    drop: "Drag files here, or paste a screenshot into the text field (Ctrl+V).",
    progress: (name) => `Uploading ${name}`,
    added: (name) => `${name} has been added.`,
    addedImage: (name) => `${name} has been added. Please describe what it shows.`,
    removed: (name) => `${name} has been removed.`,
    remove: "Remove",
    screenshot: (when) => `Screenshot ${when}`,
    tooLarge: (name) => `${name}: The file is too large. At most 10 MB are allowed.`,
    failed: (name, reason) => `${name}: ${reason}`,
    waiting: "Files are still being uploaded. The form is sent afterwards.",
  },
  confirm: { confirm: "Yes", cancel: "Cancel", label: "Please confirm" },
  sending: "Sending …",
  copy: { done: "Copied", failed: "Copying is not possible. Please select and copy it yourself." },
  live: {
    answers: (count) => (count === 1 ? "1 new answer" : `${count} new answers`),
    comments: (count) => (count === 1 ? "1 new comment" : `${count} new comments`),
    and: (one, other) => `${one} and ${other}`,
    show: (what) => `Show ${what}`,
    changed: "The post was changed – show again",
    queueChanged: "The list has changed – reload",
    shown: "The page is up to date.",
  },
}
