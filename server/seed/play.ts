import {
  askBack,
  closeQuestion,
  createAnswer,
  createComment,
  createQuestion,
  findQuestion,
  handOverQuestion,
  hidePost,
  markDuplicate,
  passOnQuestion,
  recordQuestion,
  refreshAdoption,
  remindDepartments,
  reportOutdated,
  returnQuestion,
  setAccepted,
  setMark,
  shareBestPractice,
  startReviews,
  takeQuestion,
  uploadAttachment,
} from "../forum/index.ts"
import { dayOf, instantOf, moveClock, now, resetClock } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import { scenesOfAnnouncement } from "./announcing.ts"
import { scenesOfHearing } from "./hearing.ts"
import { nameMonths } from "./months.ts"
import type { Scene, SeedParts } from "./parts.ts"
import {
  type Example,
  type Moment,
  type OfficialAnswer,
  readPicture,
  type SeedBestPractice,
  type SeedEvent,
  type SeedQuestion,
} from "./reading/index.ts"

import { idOf, type Town } from "./town.ts"

/** Everything that people did, each at its time, in the order of time. */
export async function playScenes(scenes: Scene[]): Promise<void> {
  // Stable: what happens at the same moment stays in the order in which the content lists it.
  for (const { at, play } of scenes.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    resetClock()
    moveClock(at.getTime() - now().getTime())
    await play()
  }
  resetClock()
}

/** What happened in the forum. */
export async function playStory(parts: SeedParts, town: Town, example: Example): Promise<void> {
  const start = now()
  const at = atMomentsBefore(start)
  const threads = new Map<string, string>()
  const scenes: Scene[] = [
    ...example.questions.flatMap((question) =>
      scenesOf(new Telling(parts, town, threads, start), nameMonths(question, at(question)), at),
    ),
    ...example.bestPractices.flatMap((practice) => scenesOfPractice(parts, town, practice, at)),
    ...example.announcements
      .filter(({ draftedBy }) => !draftedBy)
      .flatMap((one) => scenesOfAnnouncement(parts, town, one, start, at)),
    ...scenesOfHearing(parts, town, start),
  ]
  await playScenes(scenes)
  await startReviews(parts.db)
  await refreshAdoption(parts.db)
  await remindDepartments(parts.db)
}

/** The starting signals that learning groups drafted; after the qualification, whose plans they come from. */
export async function playSignals(parts: SeedParts, town: Town, example: Example): Promise<void> {
  const start = now()
  const signals = example.announcements.filter(({ draftedBy }) => draftedBy)
  await playScenes(
    signals.flatMap((one) => scenesOfAnnouncement(parts, town, one, start, atMomentsBefore(start))),
  )
}

const atMomentsBefore =
  (start: Date) =>
  ({ daysAgo, time }: Moment) =>
    instantOf(`${addDays(dayOf(start), -daysAgo)}T${time}`)

function scenesOf(telling: Telling, question: SeedQuestion, at: (moment: Moment) => Date): Scene[] {
  const [first, ...others] = question.events
  const opening = { at: at(question), play: () => telling.open(question, first) }
  const events = question.enteredWithAnswer ? others : question.events
  return [opening, ...events.map((event) => ({ at: at(event), play: () => telling.tell(event) }))]
}

/** One question and what becomes of it. */
class Telling {
  readonly #parts: SeedParts
  readonly #town: Town
  /** Ids of all questions, for duplicates. */
  readonly #threads: Map<string, string>
  readonly #start: Date
  readonly #posts = new Map<string, string>()

  constructor(parts: SeedParts, town: Town, threads: Map<string, string>, start: Date) {
    this.#parts = parts
    this.#town = town
    this.#threads = threads
    this.#start = start
  }

  async open(question: SeedQuestion, first: SeedEvent | undefined): Promise<void> {
    const { db } = this.#parts
    const author = await this.#town.actor(question.author)
    const { title, text: body, tags, wantedInDays } = question
    const wantedBy = wantedInDays === undefined ? null : this.#day(wantedInDays)
    const categoryId = idOf(this.#town.categories, question.category)
    const attachments = await this.#upload(question)
    const input = { categoryId, title, body, tags, wantedBy, attachments }
    const isRecorded = question.enteredWithAnswer && first?.kind === "officialAnswer"
    const { id } = isRecorded
      ? await recordQuestion(db, author, { ...input, answer: first.text, ...this.#dates(first) })
      : await createQuestion(db, author, input)
    this.#threads.set(question.key, id)
    this.#town.addresses.set(question.key, `/fragen/${id}`)
    this.#posts.set("question", id)
    if (isRecorded) {
      const { answers } = await findQuestion(db, author, id)
      this.#keep(first.key, answers[0] ?? { id: "" })
    }
    for (const key of question.sameQuestionBy ?? [])
      await setMark(db, await this.#town.actor(key), id, "same-question", true)
  }

  async tell(event: SeedEvent): Promise<void> {
    const { db } = this.#parts
    const id = this.#post("question")
    if (event.kind === "helpful") {
      for (const key of event.by)
        await setMark(db, await this.#town.actor(key), this.#post(event.answer), "helpful", true)
      return
    }
    const by = await this.#town.actor(event.by)
    switch (event.kind) {
      case "take":
        return takeQuestion(db, by, id, event.text ?? "")
      case "return":
        return returnQuestion(db, by, id, event.text)
      case "handOver":
        return handOverQuestion(db, by, id, { personId: idOf(this.#town.people, event.to), note: event.text })
      case "passOn":
        return passOnQuestion(db, by, id, {
          departmentId: idOf(this.#town.departments, event.to),
          note: event.text,
        })
      case "askBack":
        return this.#keep(undefined, await askBack(db, by, id, { body: event.text }))
      case "reply":
        return this.#keep(undefined, await createComment(db, by, id, { body: event.text }))
      case "comment":
        return this.#keep(event.key, await createComment(db, by, this.#post(event.on), { body: event.text }))
      case "answer":
        return this.#keep(event.key, await createAnswer(db, by, id, { body: event.text, attachments: [] }))
      case "officialAnswer": {
        const input = { body: event.text, attachments: [], official: this.#dates(event) }
        return this.#keep(event.key, await createAnswer(db, by, id, input))
      }
      case "accept":
        return setAccepted(db, by, this.#post(event.answer), true)
      case "reportOutdated":
        return reportOutdated(db, by, this.#post(event.answer), event.text)
      case "close":
        return closeQuestion(db, by, id)
      case "duplicateOf":
        return markDuplicate(db, by, id, idOf(this.#threads, event.question))
      case "hide":
        return hidePost(db, by, this.#post(event.post), event.text)
    }
  }

  async #upload({ attachment, author }: SeedQuestion) {
    if (!attachment) return []
    const upload = { name: attachment.picture, bytes: await readPicture(attachment.picture) }
    const { id } = await uploadAttachment(
      this.#parts.db,
      this.#parts.files,
      await this.#town.actor(author),
      upload,
    )
    return [{ id, alternative: attachment.alt }]
  }

  #dates({ legalStatusDate, reviewInDays, reviewOn }: OfficialAnswer) {
    if (reviewOn !== undefined) return { legalStatusDate, reviewDate: laterDay(reviewOn, tomorrow()) }
    return { legalStatusDate, reviewDate: reviewInDays === undefined ? null : this.#day(reviewInDays) }
  }

  #day(days: number): string {
    return addDays(dayOf(this.#start), days)
  }

  #keep(key: string | undefined, made: { id: string }): void {
    if (key !== undefined) this.#posts.set(key, made.id)
  }

  #post(key: string): string {
    return idOf(this.#posts, key)
  }
}

/** A review date lies ahead when it is set, also where the example is installed after the fixed day. */
const tomorrow = () => addDays(dayOf(now()), 1)
const laterDay = (one: string, other: string) => (one > other ? one : other)

function scenesOfPractice(
  { db }: SeedParts,
  town: Town,
  practice: SeedBestPractice,
  at: (moment: Moment) => Date,
): Scene[] {
  const { title, tags, situation, approach, result, pitfalls, contact } = practice
  let id = ""
  const share = async () => {
    const categoryId = idOf(town.categories, practice.category)
    const input = { categoryId, title, tags, situation, approach, result, pitfalls, contact, attachments: [] }
    id = (await shareBestPractice(db, await town.actor(practice.author), input)).id
    town.addresses.set(practice.key, `/gute-praxis/${id}`)
    for (const key of practice.reusedBy) await setMark(db, await town.actor(key), id, "reused", true)
    for (const key of practice.helpfulBy) await setMark(db, await town.actor(key), id, "helpful", true)
  }
  const comments = practice.comments.map((comment) => ({
    at: at(comment),
    play: async () =>
      void (await createComment(db, await town.actor(comment.by), id, { body: comment.text })),
  }))
  return [{ at: at(practice), play: share }, ...comments]
}
