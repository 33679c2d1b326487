import { numberFormat } from "../../../server/kernel/formats.ts"
import type { lists as german } from "../de/lists.ts"
import type { Translated } from "../translated.ts"

const number = numberFormat("en", {})
const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${number.format(count)} ${more}`

export const lists: Translated<typeof german> = {
  start: {
    title: "Home",
    greeting: (name) => `Hello, ${name}`,
    forYou: {
      title: "For you",
      nothing: "Nothing waits for you right now.",
      askedBack: "You are asked back",
      inHand: "In your hands",
      reviews: (count) =>
        count === 1
          ? "One answer of your department is to be reviewed"
          : `${number.format(count)} answers of your department are to be reviewed`,
      review: "Review",
      agreement: "Agreement awaited",
      approval: "Approval awaited",
      report: (cohort) => `Feedback report of the learning group ${cohort}`,
      roleRequests: (count) =>
        count === 1
          ? "One request for a role waits for your decision"
          : `${number.format(count)} requests for a role wait for your decision`,
      roleRequest: "Request",
      drafts: (count) =>
        count === 1
          ? "One change of the structure is not released yet"
          : `${number.format(count)} changes of the structure are not released yet`,
      date: "Next date",
      unread: "New for you",
      since: "new since your last visit",
      all: "All notifications",
    },
    queue: "Open questions in my department",
    queueEmpty: "No question is open in your department right now.",
    allQueue: (count) =>
      count === 1 ? "To the open question" : `All ${number.format(count)} open questions`,
    sum: "Open in your department",
    openSum: (count) =>
      count === 1
        ? "1 question is open in your department."
        : `${number.format(count)} questions are open in your department.`,
    mine: "My questions",
    mineEmpty: "You have not asked a question yet.",
    allMine: "All my questions",
    official: "New official answers",
    officialEmpty: "There is no official answer yet.",
    allQuestions: "All questions",
    practices: "New best practices",
    practicesEmpty: "Nobody has shared a best practice yet. Make a start.",
    allPractices: "All best practices",
    questionCategories: "Categories of questions",
    practiceCategories: "Categories of best practices",
  },
  guest: {
    title: "Welcome",
    text: "Your account belongs to no department. Questions and best practices are read by the people of the departments, so you see no posts here.",
    facilitator:
      "For a facilitator from outside this is intended: in the forum the learners work among themselves.",
    whatNow: "What you can do here",
    announcements: "Read and write announcements",
    administration: "To the administration",
    profile: "Set up profile and language",
    help: "Read the help",
    access:
      "You are meant to read or write here? Ask your administration to assign your account to a department.",
  },
  actions: {
    ask: "Ask a question",
    share: "Share a best practice",
    record: "Record question and answer",
    take: "Take",
  },
  row: {
    answers: (count) => many(count, "answer", "answers"),
    comments: (count) => many(count, "comment", "comments"),
    same: (count) => `${number.format(count)} × same question`,
    reused: (count) => `${number.format(count)} × reused`,
    helpful: (count) => `${number.format(count)} × helpful`,
    hidden: "hidden",
    withdrawn: "withdrawn",
    me: "You",
    legalStatus: "Legal status",
    takenBy: (name) => `Taken by ${name}`,
    titled: (title) => `“${title}”`,
    waiting: (days) => (days === 0 ? "waiting since today" : `waiting for ${many(days, "day", "days")}`),
    wantedBy: "Answer wanted by",
    overdue: (days) => `overdue by ${many(days, "day", "days")}`,
    dueToday: "due today",
    dueInWorkdays: (days, workdays) =>
      `due ${days === 1 ? "tomorrow" : `in ${number.format(days)} days`}, ${workdays === 0 ? "no working day before" : `${many(workdays, "working day", "working days")} left`}`,
    dueIn: (days) => (days === 1 ? "due tomorrow" : `due in ${number.format(days)} days`),
  },
  filter: {
    label: "Filter the list",
    category: "Category",
    allCategories: "All categories",
    archived: (name) => `${name} (archived)`,
    state: "State",
    allStates: "All",
    apply: "Filter",
    reset: "Reset filters",
    nothing: "Nothing matches",
    nothingText: "With these filters the list is empty. Choose fewer of them or reset them.",
  },
  noDepartment: {
    title: "You see no posts here",
    text: "Your account belongs to no department. Ask your administration to assign you to one.",
  },
  questions: {
    title: "Questions",
    lead: "All questions that your department may read, the newest first.",
    list: "Questions",
    categories: "Categories",
    empty: "No questions yet",
    emptyText: "Ask the first one: the responsible department sees it at once, and everybody can read along.",
  },
  practices: {
    title: "Best practices",
    lead: "What has proved itself at work, the newest examples first.",
    list: "Best practices",
    categories: "Categories",
    empty: "No examples yet",
    emptyText: "What works well where you are? A text module or a good procedure helps others too.",
  },
  category: {
    questions: "Category of questions",
    practices: "Category of best practices",
    responsible: "Responsible department",
    audience: "May be read by",
    byMail: "Ask by e-mail",
    archivedTitle: "This category is archived",
    archivedText: "You can read everything, but nothing new can be written.",
    guide: "How to write here",
    parts: "Subcategories",
    listQuestions: "Questions in this category",
    listPractices: "Examples in this category",
    emptyQuestions: "There is no question in this category yet",
    emptyPractices: "There is no example in this category yet",
    emptyAsk: "Ask the first question.",
    emptyShare: "Share the first example.",
    emptyArchived: "And nothing will be added any more.",
  },
  queue: {
    title: "Open questions",
    lead: "What your department still owes an answer.",
    tabs: "Views",
    open: "Open questions",
    reviews: "To review",
    list: "Open questions",
    taken: "Taken",
    takenByAll: "All questions",
    takenByNobody: "By nobody",
    takenByMe: "By me",
    takenByPerson: (name) => `By ${name}`,
    order: "Order",
    byWaiting: "Longest waiting",
    byWanted: "Wanted soonest",
    empty: "Everything is answered",
    emptyText:
      "No question is open in your department right now. What otherwise comes by circular mail or telephone you can keep here as question and answer.",
  },
  reviews: {
    title: "To review",
    lead: "Answers of your department whose review date has come or that somebody reported as outdated. Confirm them with a new legal status date, or replace them.",
    list: "Answers to review",
    reasons: "Why to review",
    due: "Review was due on",
    reported: (reason) => `Reported as outdated: “${reason}”`,
    legalStatus: "Legal status",
    given: "Answer of",
    check: "Review the answer",
    empty: "Nothing to review",
    emptyText:
      "All answers of your department count as up to date. As soon as a review date comes, the answer is listed here.",
  },
  mine: {
    title: "My questions",
    lead: "What you have asked and shared.",
    drafts: (count) =>
      count === 1
        ? "A text from an e-mail of yours is not published yet."
        : `${count} texts from e-mails of yours are not published yet.`,
    toDrafts: "Check and publish",
    askedBack: "Asked back",
    askedBackText: "The department needs something more from you before it can answer.",
    questions: "My questions",
    otherQuestions: "My other questions",
    practices: "My best practices",
    emptyQuestions: "You have not asked a question yet",
    emptyQuestionsText:
      "What you ask, others often do not know either. Your question and its answer help everybody in the department.",
    emptyPractices: "You have not shared anything yet",
    emptyPracticesText:
      "A text module, a procedure, a guide for conversations: what works well for you is useful to others.",
  },
}
