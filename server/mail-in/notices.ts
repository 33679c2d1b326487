import { DRAFT_DAYS, hasDraft, postAddress } from "../forum/index.ts"
import { declareNotice, type News } from "../notifications/index.ts"
import { findHandled } from "./claims.ts"
import { MAIL_IN_WORDS, type MailInWords, refusedWords } from "./words.ts"

type Known = { isDraft: boolean; refused: string[] }

/** One line for what was posted; what looks personal waits for its author to look through it. */
export const HANDLED = declareNotice({
  name: "mail-in.handled",
  always: "Whoever sends something learns what became of it.",
  ids: ["mailId"],
  words: MAIL_IN_WORDS,
  find: async ({ db }, { actor }, { mailId }): Promise<News<Known, null> | null> => {
    const handled = await findHandled(db, mailId)
    if (!handled?.subjectId) return null
    const { outcome, subjectId, refused } = handled
    const isDraft = outcome === "drafted"
    // Published or discarded meanwhile.
    if (isDraft && !(await hasDraft(db, actor, subjectId))) return null
    return {
      known: { isDraft, refused },
      content: null,
      path: isDraft ? `/entwuerfe/${subjectId}` : postAddress(subjectId),
      once: ["mail-in.handled", mailId],
    }
  },
  write: (words, { isDraft, refused }) => {
    const letter = isDraft ? words.drafted(DRAFT_DAYS) : words.posted
    return { ...letter, paragraphs: [...letter.paragraphs, ...lost(words, refused)] }
  },
})

export const mailInNotices = [HANDLED]

const lost = (words: MailInWords, refused: string[]) =>
  refused.length > 0
    ? [[words.lost, ...refused.map((fault) => `- ${refusedWords(words, fault)}`)].join("\n")]
    : []
