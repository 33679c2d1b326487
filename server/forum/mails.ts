import type { Locale } from "../kernel/actor.ts"

export type NoticeContent = {
  /** Null where the installation sends mails without content. */
  title: string | null
  text: string | null
  official: boolean
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

function answerMailDe({ title, text, official, address, switchOff }: NoticeContent): NoticeMail {
  const what = official ? "eine Antwort der Fachabteilung" : "eine neue Antwort"
  return {
    subject: title === null ? "Neue Antwort auf Ihre Frage" : `Neue Antwort auf Ihre Frage: ${title}`,
    text: letter(
      [
        "Guten Tag,",
        `zu einer Frage, auf deren Antwort Sie warten, gibt es ${what}.`,
        ...quoted(title, text),
      ],
      `Zur Antwort: ${address}`,
      `Sie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein: ${switchOff}`,
    ),
  }
}

function answerMailEn({ title, text, official, address, switchOff }: NoticeContent): NoticeMail {
  const what = official ? "an official answer" : "a new answer"
  return {
    subject: title === null ? "New answer to your question" : `New answer to your question: ${title}`,
    text: letter(
      ["Hello,", `there is ${what} to a question that you are waiting on.`, ...quoted(title, text)],
      `Read the answer: ${address}`,
      `You no longer want these e-mails? Change it in your profile: ${switchOff}`,
    ),
  }
}

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
