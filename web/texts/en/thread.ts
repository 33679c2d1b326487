import { numberFormat } from "../../../server/kernel/formats.ts"
import type { thread as german } from "../de/thread.ts"
import type { Translated } from "../translated.ts"

const number = numberFormat("en", {})

type RedactPlaces = Parameters<(typeof german)["redact"]["where"]>[0]
const redactNames = {
  title: "title",
  tags: "tags",
  text: "text",
  versions: "earlier versions",
  attachments: "attachments",
  notes: "notes and reports",
}
const redactKinds = { question: "Question", "best-practice": "Example", answer: "Answer", comment: "Comment" }
const redactPlaces = (places: RedactPlaces) =>
  places.map(({ place, count }) => `${redactNames[place]}: ${count}`).join(", ")
const redactResult = (result: string) => (result === "█████" ? "" : `becomes “${result}”`)

export const thread: Translated<typeof german> = {
  uploads: {
    legend: "Attachments",
    choose: "Add files",
    hint: "Images, PDF, office files without macros and text, at most 10 MB each, at most 8 files. Please no details about people.",
    newAlternative: "Description of new images",
    newAlternativeHint:
      "If you add images: What do they show? One sentence helps everybody who cannot see them.",
    alternative: "Image description",
    alternativeHint: "What does the image show?",
    undescribed:
      "No description yet: whoever cannot see the image does not learn what it shows. You can send it anyway.",
    place: "To show the image in the text, copy this to where it is to stand:",
    remove: "Remove this file",
    removeNamed: (name) => `Remove “${name}”`,
  },
  attachments: {
    label: "Attachments",
    pictures: "Pictures",
    image: (name) => `Image without a description: ${name}`,
    open: "open in full size",
    download: "download",
    waiting: "being checked for viruses",
    infected: "locked: virus found",
  },

  me: "you",
  edited: "edited",
  questionBy: (name) => `Question by ${name}`,
  answerBy: (name) => `Answer by ${name}`,
  officialBy: (department, name) => `Official answer of ${department} by ${name}`,
  bestPracticeBy: (name) => `Example by ${name}`,
  toPostBy: (name) => `on the post by ${name}`,
  ofPostBy: (name) => `the post by ${name}`,

  facts: {
    title: "At a glance",
    state: "State",
    responsible: "Responsible",
    passedOn: "passed on",
    taken: "Taken by",
    wantedBy: "Answer wanted by",
    category: "Category",
    tags: "Tags",
    asked: "Asked",
    shared: "Shared",
    same: "Also asked",
    reused: "Reused",
    sameCount: (count) => (count === 1 ? "1 more person" : `${count} more people`),
    reusedCount: (count) => (count === 1 ? "once" : `${count} times`),
  },

  notices: {
    hiddenTitle: "Hidden",
    hidden:
      "Only its author, the specialists of the responsible department and administrators still see this post.",
    hiddenReason: (reason) => `Reason: ${reason}`,
    /** In place of the title, for everybody but its author. */
    withdrawnQuestion: "Withdrawn question",
    withdrawnTitle: "Withdrawn",
    withdrawnMine: "Only you still see the text. You can restore the post.",
    withdrawn: "This post was withdrawn.",
    outdatedTitle: "Possibly outdated",
    outdated: {
      reported:
        "This answer was reported as outdated. The department will look at it. Until then please check yourself whether it still holds.",
      due: (day: string) =>
        `The review date was ${day}. The department will look at this answer. Until then please check yourself whether it still holds.`,
      "newer-gone":
        "The answer that had replaced this one is gone. The department will look at whether this one holds again. Until then please check yourself.",
    },
    reports: "Reported:",
    replacedTitle: "Replaced",
    replaced: "There is a newer official answer to this question.",
    replacedLink: "Go to the newer answer",
    duplicateTitle: "This question exists already",
    duplicate: "Please read and write on in the original question:",
    duplicateUnseen: "Your department cannot see the original question.",
    closedTitle: "This question is closed",
    closed:
      "New answers and comments are no longer possible. The asker and the responsible department can reopen it.",
    archived: "This category is archived. Its posts can still be read; new ones are not possible.",
  },

  askedBack: {
    title: "The responsible department has a question for you",
    waiting: "The responsible department asked back. The question waits for its asker’s reply.",
    reply: "Your reply",
    submit: "Reply to the department",
    edit: "You can also add to your question instead:",
    editLink: "Edit the question",
    badge: "Asked back",
  },

  answers: {
    title: (count) =>
      count === 0 ? "Answers" : count === 1 ? "1 answer" : `${number.format(count)} answers`,
    order: "Official answers come first, then those that the asker marked, then the most helpful ones.",
    orderLink: "More about the order",
    none: "No answer yet",
    noneText: "Do you know something about it? A hint helps, too.",
    accepted: "Answers the question",
  },

  pages: {
    label: "Pages of answers",
    range: (from, to, all) =>
      from === to
        ? `Answer ${number.format(to)} of ${number.format(all)}`
        : `Answers ${number.format(from)} to ${number.format(to)} of ${number.format(all)}`,
    previous: "Previous answers",
    next: "More answers",
    all: (count) => `Show all ${number.format(count)} answers`,
    more: (count) => `Show ${number.format(count)} answers at once`,
    fewer: (count) => `Show ${number.format(count)} answers a page`,
  },

  answerForm: {
    title: "Write an answer",
    attach: "Attach files",
    body: "Your answer",
    hint: "With a source where there is one. Please no details about people.",
    kind: "Kind of answer",
    official: "Official answer",
    officialHint: (department) => `You answer for ${department}. The question then counts as answered.`,
    hintKind: "Hint among colleagues",
    hintKindHint: "Without legal status and review date. The question stays open.",
    dates: "For an official answer",
    legalStatus: "Legal status date",
    legalStatusHint: "The day to whose law the answer refers.",
    review: "Review date",
    reviewHint: "The day on which the department looks at the answer again. One year is suggested.",
    replaces: "Replaces an earlier answer",
    replacesHint: "The earlier answer can still be read and points to the new one.",
    replacesNone: "None",
    replacesOption: (author, day) => `Answer of ${day} by ${author}`,
    submit: "Publish the answer",
  },

  comments: {
    add: "Comment",
    body: "Your comment",
    hint: "Short and to the point. If you have a solution, better write an answer.",
    hintBestPractice: "Short and to the point. Please no details about people.",
    submit: "Publish the comment",
    title: "Comments",
    pageTitle: (name) => `Comments on the post by ${name}`,
    below: "The post",
    none: "No comments yet.",
    more: "More comments",
    moreThan: (count) => `More than ${number.format(count)} comments`,
    back: "Back to the post",
  },

  actions: {
    helpful: (count) => (count === 0 ? "Helpful" : `Helpful (${count})`),
    helpfulCount: (count) => `${count} helpful`,
    same: (count) => (count === 0 ? "This is my question, too" : `This is my question, too (${count})`),
    sameCount: (count) =>
      count === 1 ? "1 more person has this question" : `${count} more people have this question`,
    reused: (count) => (count === 0 ? "Reused" : `Reused (${count})`),
    reusedCount: (count) => (count === 1 ? "reused once" : `reused ${count} times`),
    reusedHint: "“We do it this way now, too.”",
    accept: "Answers my question",
    unaccept: "Take the mark back",
    edit: "Edit",
    withdraw: "Withdraw",
    withdrawConfirm:
      "Do you want to withdraw this post? You can restore it later. Answers that are there stay visible.",
    restore: "Restore",
    hide: "Hide",
    show: "Show again",
    redact: "Redact",
    report: "Report as outdated",
    review: "Review the answer",
    confirm: "Confirm legal status",
    more: "More",
    close: "Close the question",
    closeConfirm: "Do you want to close this question? Answers are no longer possible then.",
    reopen: "Reopen the question",
  },

  handling: {
    title: "Handling",
    onlyDepartment: "Only the specialists of the responsible department see this.",
    free: "Nobody has taken this question yet.",
    mine: "You have taken this question.",
    takenBy: (name) => `Taken by ${name}.`,
    noteHint: "For your department, at most 500 characters.",
    passOnNoteHint: "For the other department, at most 500 characters.",
    take: "Take",
    return: "Return",
    returnHint: "The question is then free again. You can also do this for an absent colleague.",
    handOver: "Hand over to a person",
    handOverSubmit: "Hand over",
    nobody: "Besides you this department has no specialist at the moment.",
    passOn: "Pass on to a department",
    passOnHint: "That department is then the responsible one. It has to be able to see the category.",
    passOnSubmit: "Pass on",
    askBack: "Ask back",
    askBackHint: "Goes to the asker, who is told about it. Everybody can read it.",
    askBackBody: "Your question to the asker",
    askBackSubmit: "Publish the question to the asker",
    duplicate: "Mark as a duplicate",
    originalHint: "Paste the address of the original question.",
    duplicateSubmit: "Mark as a duplicate",
    moves: (count) => `History of the question (${count})`,
    move: {
      take: (actor) => `${actor} took the question.`,
      return: (actor) => `${actor} returned the question.`,
      "hand-over": (actor, target) => `${actor} handed the question over to ${target}.`,
      "pass-on": (actor, target) => `${actor} passed the question on to ${target}.`,
    },
    moveNote: (note) => `Note: ${note}`,
  },

  print: {
    title: "Print question with all answers",
    hint: "Here are all answers and comments on one page. Print it with Ctrl+P or from the menu of your browser.",
    back: "Back to the question",
  },

  file: {
    title: "Copy for the file",
    back: "Back to the question",
    hint: "Question, official answer, legal status date and permanent address in one block. Copy the text into your file note.",
    byHand: "To do so, select everything (Ctrl+A in the field).",
    field: "Text for the file",
    copy: "Copy to the clipboard",
    question: "Question",
    asked: "Asked on",
    category: "Category",
    answer: "Official answer",
    department: "Responsible department",
    answered: "Answered on",
    editedOn: "last edited on",
    legalStatus: "Legal status date",
    review: "Review date",
    outdated: "Note: possibly outdated",
    none: "There is no official answer yet.",
    address: "Permanent address",
    copied: "Copied on",
  },

  bestPractice: {
    situation: "Situation",
    approach: "Approach",
    result: "Result",
    pitfalls: "Pitfalls",
    contact: "Contact",
  },

  failed: {
    title: "We could not save this",
    typed: "Your text, so that it is not lost",
  },

  hide: {
    title: "Hide a post",
    text: "The post is invisible to everybody else at once. Its author still sees it, together with your reason.",
    reasonHint: "For example: “Contains the name of an applicant.” Please do not repeat the name here.",
    submit: "Hide now",
  },
  redact: {
    title: "Redact words",
    text: "What you name is replaced by █████: in title, text and links, in all stored versions, in names and descriptions of attachments, in notes and reports. First you see what was found.",
    words: "Words to redact",
    wordsHint:
      "One name or sequence of words per line. Capitals, umlauts (ü or ue), hyphenation and formatting do not matter.",
    search: "Find the places",
    chooseTitle: "This will be redacted",
    chooseLead:
      "Please check that everything you mean is there, and nothing else. Redacting cannot be undone.",
    forms: "Found in the post",
    formsHint:
      "What is ticked is redacted. Words that merely resemble or contain what you named are not ticked.",
    times: (count, form) => `${count} × ${form}`,
    form: ({ count, result, places }) =>
      [count > 0 ? redactPlaces(places) : "Only in other posts of this page", redactResult(result)]
        .filter((part) => part !== "")
        .join(" · "),
    where: (places) => redactPlaces(places),
    others: "Also on this page",
    othersHint: "These posts hold the words, too. Those that are ticked are redacted along with it.",
    otherPost: ({ kind, author, count }) =>
      `${redactKinds[kind]} by ${author} (${count === 1 ? "1 place" : `${count} places`})`,
    othersClosed:
      "These posts hold the words, too, but you may not redact them. Please ask the responsible department or the administrators.",
    files:
      "What stands in images and files is not redacted. Please look through these attachments yourself, and remove them if necessary:",
    submit: "Redact for good",
    edit: "Change the words",
    confirm: "Do you want to redact this for good?",
    doneTitle: "Redaction",
    done: (count) => (count === 1 ? "1 place is redacted" : `${count} places are redacted`),
    nothingLeft:
      "Afterwards it was searched again: what you ticked is no longer in the post, in its earlier versions or in the search.",
    stillThere: "This is still in the post and could not be redacted. Please hide or edit it:",
    spared: "Not redacted, because it was not ticked:",
    othersLeft: "Other posts on this page still hold the words:",
    sent: "E-mails already delivered and backups still hold the words.",
    toPost: "To the post",
    again: "Redact more words",
    current: "The post",
  },
  report: {
    title: "Report an answer as outdated",
    text: "The department will look at the answer. Until then everybody sees the note “Possibly outdated”. Your name does not appear there.",
    reason: "What is no longer right?",
    reasonHint: "One sentence is enough, best with a source.",
    submit: "Report",
    current: "The answer",
  },
  review: {
    title: "Review an answer",
    freshTitle: "Confirm legal status",
    text: "Does the answer still hold? Then confirm it with a new legal status date. Otherwise edit it, or replace it by a new one.",
    submit: "Confirm the answer",
    edit: "Edit the answer",
    replace: "Replace it by a new answer",
    former: (day) => `So far: ${day}`,
    current: "The answer",
  },
  edit: {
    answer: "Edit an answer",
    comment: "Edit a comment",
    body: "Text",
    legalStatusHint: (day) => `So far: ${day}. Please give it anew for the changed text.`,
    submit: "Save the change",
    yours: "Your version",
    submitAnyway: "Save my version",
  },
}
