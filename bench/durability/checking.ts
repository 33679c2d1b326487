import { listFiledMails } from "../../server/kernel/mail-files.ts"
import { type Client, fileOf, type Written } from "./writing.ts"

export type Losses = {
  questions: number
  answers: number
  /** Of acknowledged answers: the file is gone, or is another one. */
  files: number
  /** Answers, acknowledged or not, that are there without their file. */
  half: number
}

type Answer = { id: string; text: string; attachments: { id: string }[] }

/** Looks for everything that was acknowledged, and for what is there by halves. */
export async function findLosses(client: Client, all: readonly Written[]): Promise<Losses> {
  const losses: Losses = { questions: 0, answers: 0, files: 0, half: 0 }
  for (const { questionId, word, answer } of all) {
    const found = await client(`/api/questions/${questionId}`)
    const question = found.status === 200 ? ((await found.json()) as { answers: Answer[] }) : null
    if (!question) {
      losses.questions += 1
      continue
    }
    losses.half += question.answers.filter(({ attachments }) => attachments.length !== 1).length
    if (!answer) continue
    const kept = question.answers.some(({ id, text }) => id === answer.id && text === `Antwort ${word}`)
    if (!kept) losses.answers += 1
    if (!(await isThere(client, answer.fileId, word))) losses.files += 1
  }
  return losses
}

async function isThere(client: Client, fileId: string, word: string): Promise<boolean> {
  const file = await client(`/anhaenge/${fileId}`)
  return file.status === 200 && (await file.text()) === fileOf(word)
}

/** How many acknowledged answers nobody finds by their word. */
export async function countUnfound(client: Client, all: readonly Written[]): Promise<number> {
  let unfound = 0
  for (const { word } of all) {
    const answer = await client(`/api/search?q=${word}`)
    if (!(await answer.text()).includes(word)) unfound += 1
  }
  return unfound
}

/** Mails of acknowledged answers: those that never came, and those that came more than once. */
export async function countMails(dataDir: string, all: readonly Written[]) {
  const mails = await listFiledMails(dataDir, Number.MAX_SAFE_INTEGER)
  const counts = new Map<string, number>()
  for (const { text } of mails) {
    const [, id] = /\/a\/([0-9a-f-]{36})/.exec(text) ?? []
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const ids = all.flatMap(({ answer }) => answer?.id ?? [])
  const times = ids.map((id) => counts.get(id) ?? 0)
  return { lost: times.filter((one) => one === 0).length, doubled: times.filter((one) => one > 1).length }
}
