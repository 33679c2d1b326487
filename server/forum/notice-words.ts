/** Each sentence goes on after the greeting. `own` is told to the asker, `shared` to those who have the same question. */
const de = {
  answered: {
    own: {
      subject: "Neue Antwort auf Ihre Frage",
      colleague: "zu Ihrer Frage gibt es eine neue Antwort.",
      official: (by: string) => `Ihre Frage wurde von ${by} beantwortet.`,
    },
    shared: {
      subject: "Neue Antwort auf eine Frage, die auch Ihre ist",
      colleague: "zu einer Frage, auf deren Antwort Sie warten, gibt es eine neue Antwort.",
      official: (by: string) => `eine Frage, auf deren Antwort Sie warten, wurde von ${by} beantwortet.`,
    },
    department: (name: string) => `der Fachabteilung ${name}`,
    someDepartment: "der Fachabteilung",
    link: "Zur Antwort",
  },
  askedBack: {
    subject: "Rückfrage zu Ihrer Frage",
    text: "die Fachabteilung braucht für die Antwort auf Ihre Frage noch eine Angabe von Ihnen.",
    link: "Zur Rückfrage",
  },
}

const en: typeof de = {
  answered: {
    own: {
      subject: "New answer to your question",
      colleague: "there is a new answer to your question.",
      official: (by) => `your question was answered by ${by}.`,
    },
    shared: {
      subject: "New answer to a question that is yours, too",
      colleague: "there is a new answer to a question that you are waiting on.",
      official: (by) => `a question that you are waiting on was answered by ${by}.`,
    },
    department: (name) => `the department ${name}`,
    someDepartment: "the responsible department",
    link: "Read the answer",
  },
  askedBack: {
    subject: "More information needed on your question",
    text: "the responsible department needs more information to answer your question.",
    link: "Read and reply",
  },
}

export type NoticeWords = typeof de
export const NOTICE_WORDS = { de, en }
