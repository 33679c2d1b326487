import { randomUUID } from "node:crypto"
import { originOf } from "./program.ts"

/** What was acknowledged: the server said 201, so it has to be there whatever happens afterwards. */
export type Written = {
  questionId: string
  /** Stands in the title, the answer and the file, and nowhere else. */
  word: string
  answer: { id: string; fileId: string } | null
}

export type Client = (path: string, init?: RequestInit) => Promise<Response>
export type Writer = { ask: Client; answer: Client; categoryId: string }

/** One writer asks as one person and answers as another, so that every answer is a mail, too. */
export async function openWriter(port: number): Promise<Writer> {
  const ask = await signIn(port, "Sabine Müller")
  const answer = await signIn(port, "Petra Huber")
  const { items } = (await (await ask("/api/categories")).json()) as { items: Category[] }
  const category = items.find(({ can, kind }) => can.post && kind === "questions")
  if (!category) throw new Error("the example content has no category to ask in")
  return { ask, answer, categoryId: category.id }
}
type Category = { id: string; kind: string; can: { post: boolean } }

export async function signIn(port: number, name: string): Promise<Client> {
  const open = clientOf(port, "")
  const { items } = (await (await open("/api/trial/people")).json()) as {
    items: { id: string; displayName: string }[]
  }
  const person = items.find(({ displayName }) => displayName === name)
  if (!person) throw new Error(`the example content has no ${name}`)
  const answer = await open("/api/trial/sign-in", sent({ personId: person.id }))
  return clientOf(port, answer.headers.getSetCookie()[0]?.split(";")[0] ?? "")
}

function clientOf(port: number, cookie: string): Client {
  const origin = originOf(port)
  return (path, init = {}) =>
    fetch(origin + path, { ...init, headers: { ...(init.headers as object), origin, cookie } })
}

const sent = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

/** Writes until the server is gone. What was asked for and not answered may be there or not. */
export async function writeUntilGone(writer: Writer, acknowledge: (written: Written) => void): Promise<void> {
  for (;;) {
    const word = `haltbar${randomUUID().replaceAll("-", "")}`
    const question = { categoryId: writer.categoryId, title: `Frage ${word}`, body: "Bleibt sie erhalten?" }
    const questionId = await idOf(writer.ask("/api/questions", sent(question)))
    if (!questionId) return
    const written: Written = { questionId, word, answer: null }
    acknowledge(written)
    const form = new FormData()
    form.append("file", new Blob([fileOf(word)], { type: "text/plain" }), `${word}.txt`)
    const fileId = await idOf(writer.answer("/api/attachments", { method: "POST", body: form }))
    if (!fileId) return
    const answer = { body: `Antwort ${word}`, attachments: [{ id: fileId, alternative: "" }] }
    const id = await idOf(writer.answer(`/api/questions/${questionId}/answers`, sent(answer)))
    if (!id) return
    written.answer = { id, fileId }
  }
}

export const fileOf = (word: string) => `Anhang ${word}\n`.repeat(50)

/** The id of what was made, or null: nobody answers any more, or something else than "made". */
async function idOf(asked: Promise<Response>): Promise<string | null> {
  const answer = await asked.catch(() => null)
  if (answer?.status !== 201) return null
  const body = (await answer.json().catch(() => null)) as { id?: string } | null
  return body?.id ?? null
}
