import { eq } from "drizzle-orm"
import { posts } from "../../server/forum/tables.ts"
import { handleMail } from "../../server/mail-in/index.ts"
import { replyAddress } from "../../server/notifications/index.ts"
import { ask, openTown, type Town } from "../forum/town.ts"
import { openWorld, type Person } from "../support/world.ts"
import { rawMail, type Sent } from "./mails.ts"

export const MAIL_IN = {
  address: "antwort@forum.stadt.example",
  keyFile: null,
  authServer: "mx.stadt.example",
}

export type Mailed = Awaited<ReturnType<typeof openMailed>>

/** The town with a mailbox; everybody writes from the address of their account. */
export async function openMailed() {
  const town = await openTown(openWorld({ mailIn: MAIL_IN }))
  return { ...town, ...mailing(town) }
}

function mailing(town: Town) {
  const reply = (person: Person, subjectId: string) => replyAddress(town.config, person.id, subjectId) ?? ""
  const seen = new Set<string>()
  const deliver = (raw: Buffer) => handleMail(town.parts, raw)
  return {
    reply,
    deliver,
    /** A question of Sabine Müller's that is answered by mail. */
    question: () => ask(town.people.mueller, town.categories.open),
    /** What a person writes about a subject, as their program sends it. */
    send: (person: Person, subjectId: string, sent: Partial<Sent> & Pick<Sent, "parts">) =>
      deliver(rawMail({ from: fromOf(person), to: reply(person, subjectId), ...sent })),
    textOf: async (id: string | null) => {
      const [post] = await town.db
        .select()
        .from(posts)
        .where(eq(posts.id, id ?? ""))
      return post?.text.body
    },
    /** What a person was told by mail since this was asked last, each mail with its subject. */
    told: async (person: Person) => {
      await town.drain()
      const all = (await town.mails()).filter(({ id, to }) => to.includes(person.email) && !seen.has(id))
      for (const { id } of all) seen.add(id)
      return all.map(({ subject, text }) => `${subject}\n\n${text}`)
    },
  }
}

export const fromOf = ({ name, email }: Person) => `"${name}" <${email}>`
export const typed = (content: string): Pick<Sent, "parts"> => ({ parts: [{ type: "text/plain", content }] })
