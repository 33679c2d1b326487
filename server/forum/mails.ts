import type { Locale } from "../kernel/actor.ts"

export type NoticeContent = {
  /** Null where the installation sends mails without content. */
  title: string | null
  text: string | null
  /** Null for the answer of a colleague. */
  official: { department: string | null } | null
  /** Whether it is the reader's own question, or one that they have, too. */
  isAsker: boolean
  address: string
  switchOff: string
}
export type NoticeMail = { subject: string; text: string }

export function answerMail(locale: Locale, content: NoticeContent): NoticeMail {
  return locale === "de" ? answerMailDe(content) : answerMailEn(content)
}

export function askedBackMail(locale: Locale, content: NoticeContent): NoticeMail {
  return locale === "de" ? askedBackMailDe(content) : askedBackMailEn(content)
}

function answerMailDe({ title, text, official, isAsker, address, switchOff }: NoticeContent): NoticeMail {
  const whose = isAsker ? "Ihre Frage" : "eine Frage, auf deren Antwort Sie warten,"
  const by = official?.department ? `der Fachabteilung ${official.department}` : "der Fachabteilung"
  const what = official
    ? `${whose} wurde von ${by} beantwortet.`
    : isAsker
      ? "zu Ihrer Frage gibt es eine neue Antwort."
      : "zu einer Frage, auf deren Antwort Sie warten, gibt es eine neue Antwort."
  return {
    subject: title === null ? subjectDe(isAsker) : `${subjectDe(isAsker)}: ${title}`,
    text: letter(
      ["Guten Tag,", what, ...quoted(title, text)],
      `Zur Antwort: ${address}`,
      `Sie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein: ${switchOff}`,
    ),
  }
}

function answerMailEn({ title, text, official, isAsker, address, switchOff }: NoticeContent): NoticeMail {
  const whose = isAsker ? "your question" : "a question that you are waiting on"
  const by = official?.department ? `the department ${official.department}` : "the responsible department"
  const what = official ? `${whose} was answered by ${by}.` : `there is a new answer to ${whose}.`
  return {
    subject: title === null ? subjectEn(isAsker) : `${subjectEn(isAsker)}: ${title}`,
    text: letter(
      ["Hello,", what, ...quoted(title, text)],
      `Read the answer: ${address}`,
      `You no longer want these e-mails? Change it in your profile: ${switchOff}`,
    ),
  }
}

const subjectDe = (isAsker: boolean) =>
  isAsker ? "Neue Antwort auf Ihre Frage" : "Neue Antwort auf eine Frage, die auch Ihre ist"
const subjectEn = (isAsker: boolean) =>
  isAsker ? "New answer to your question" : "New answer to a question that is yours, too"

function askedBackMailDe({ title, text, address, switchOff }: NoticeContent): NoticeMail {
  return {
    subject: title === null ? "Rückfrage zu Ihrer Frage" : `Rückfrage zu Ihrer Frage: ${title}`,
    text: letter(
      [
        "Guten Tag,",
        "die Fachabteilung braucht für die Antwort auf Ihre Frage noch eine Angabe von Ihnen.",
        ...quoted(title, text),
      ],
      `Zur Rückfrage: ${address}`,
      `Sie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein: ${switchOff}`,
    ),
  }
}

function askedBackMailEn({ title, text, address, switchOff }: NoticeContent): NoticeMail {
  return {
    subject:
      title === null ? "More information needed on your question" : `More information needed: ${title}`,
    text: letter(
      [
        "Hello,",
        "the responsible department needs more information to answer your question.",
        ...quoted(title, text),
      ],
      `Read and reply: ${address}`,
      `You no longer want these e-mails? Change it in your profile: ${switchOff}`,
    ),
  }
}

const quoted = (title: string | null, text: string | null) => [
  ...(title === null ? [] : [title]),
  ...(text === null
    ? []
    : [
        text
          .split("\n")
          .map((line) => `> ${line}`)
          .join("\n"),
      ]),
]

const letter = (paragraphs: string[], address: string, switchOff: string) =>
  [...paragraphs, address, `--\n${switchOff}`].join("\n\n")
