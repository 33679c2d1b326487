import { eq } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { declareNotice } from "../../kernel/notices.ts"
import { inPlainWords } from "../own-data/words.ts"
import { leavings } from "./tables.ts"

const PATH = "/profil/ausscheiden"

const de = {
  ordered: {
    subject: "Ihr Konto wird aufgelöst",
    bySelf: (day: string) => `Sie haben die Auflösung Ihres Kontos beantragt. Am ${day} wird es aufgelöst.`,
    byAdmin: (day: string) =>
      `die Administration hat die Auflösung Ihres Kontos angeordnet. Am ${day} wird es aufgelöst.`,
    warning:
      "Waren Sie das nicht, oder haben Sie es sich anders überlegt? Bis zu diesem Tag können Sie es zurücknehmen.",
    ask: "Ist das ein Irrtum? Dann wenden Sie sich bitte vor diesem Tag an die Administration.",
    link: "Zur Seite „Ausscheiden“",
  },
  takenBack: {
    subject: "Ihr Konto bleibt bestehen",
    text: "die Auflösung Ihres Kontos wurde zurückgenommen. Es bleibt, wie es ist.",
    link: "Zur Seite „Ausscheiden“",
  },
}
const en: typeof de = {
  ordered: {
    subject: "Your account will be dissolved",
    bySelf: (day) => `you have asked for your account to be dissolved. That will be done on ${day}.`,
    byAdmin: (day) =>
      `the administration has ordered your account to be dissolved. That will be done on ${day}.`,
    warning: "Was it not you, or have you changed your mind? Until that day you can take it back.",
    ask: "Is this a mistake? Then please turn to the administration before that day.",
    link: "To the page “Leaving”",
  },
  takenBack: {
    subject: "Your account stays",
    text: "the dissolving of your account was taken back. It stays as it is.",
    link: "To the page “Leaving”",
  },
}

const COMMON = { ids: [], words: { de, en } }

/** For whoever is to leave: nobody should find out by a closed account that somebody else asked for it. */
export const LEAVING_ORDERED = declareNotice({
  ...COMMON,
  name: "accounts.leaving-ordered",
  always: "On a certain day the account is gone.",
  find: async ({ db }, { actor }) => {
    const known = await findLeaving(db, actor.id)
    return known && { known, content: null, path: PATH }
  },
  write: ({ ordered }, { dueOn, bySelf }, _content, locale) => {
    const day = inPlainWords(dueOn, locale)
    return {
      subject: ordered.subject,
      paragraphs: bySelf ? [ordered.bySelf(day), ordered.warning] : [ordered.byAdmin(day), ordered.ask],
      link: ordered.link,
    }
  },
})

export const LEAVING_TAKEN_BACK = declareNotice({
  ...COMMON,
  name: "accounts.leaving-taken-back",
  always: "Whoever was told that the account goes learns that it stays.",
  find: async ({ db }, { actor }) =>
    // Ordered anew meanwhile.
    (await findLeaving(db, actor.id)) ? null : { known: null, content: null, path: PATH },
  write: ({ takenBack: { subject, text, link } }) => ({ subject, paragraphs: [text], link }),
})

async function findLeaving(reader: Reader, personId: string) {
  const { dueOn, bySelf } = leavings
  const [found] = await reader.select({ dueOn, bySelf }).from(leavings).where(eq(leavings.personId, personId))
  return found ?? null
}
