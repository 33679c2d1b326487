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
  similar: {
    found: (count) => (count === 1 ? "1 similar post found" : `${count} similar posts found`),
    jump: "To the similar posts",
    back: "Back to the text",
    kept: (title) => (title ? `What you wrote is still here: “${title}”` : "What you wrote is still here."),
    resume: "Go on writing",
    discard: "Discard, I found the answer",
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
  attach: {
    drop: "Drag files here. You can paste a screenshot into the text (Ctrl+V) or drag it there: then it stands in the text at that place.",
    screenshot: (when) => `Screenshot ${when}`,
  },
}
