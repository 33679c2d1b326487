import { expect } from "vitest"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import type { SeedEvent, SeedQuestion, SeedQuestionState } from "../../server/seed/reading/index.ts"

type IsSpecialistOf = (person: string, department: string) => boolean
type Outcome = { state: SeedQuestionState; needsReview: boolean }

/** The rules of the forum on paper: who may do what with a question, and what becomes of it. */
export function play(question: SeedQuestion, responsible: string, isSpecialistOf: IsSpecialistOf): Outcome {
  const table = new Table(question, responsible, isSpecialistOf)
  for (const event of question.events) table.play(event)
  return table.outcome()
}

class Table {
  readonly question: SeedQuestion
  readonly isSpecialistOf: IsSpecialistOf
  responsible: string
  takenBy: string | null = null
  askedBack = false
  answered = false
  needsReview = false
  over: "closed" | "duplicate" | null = null
  /** Author by key of everything that can be marked, commented on or hidden. */
  posts = new Map<string, string>()
  official = new Set<string>()
  hidden = new Set<string>()

  constructor(question: SeedQuestion, responsible: string, isSpecialistOf: IsSpecialistOf) {
    this.question = question
    this.responsible = responsible
    this.isSpecialistOf = isSpecialistOf
    this.posts.set("question", question.author)
  }

  play(event: SeedEvent): void {
    expect(this.over, "nothing happens after the end").toBeNull()
    switch (event.kind) {
      case "take":
        this.bySpecialist(event.by)
        expect(this.takenBy).toBeNull()
        this.takenBy = event.by
        break
      case "return":
        this.bySpecialist(event.by)
        expect(this.takenBy).not.toBeNull()
        this.takenBy = null
        break
      case "handOver":
        this.bySpecialist(event.by)
        this.bySpecialist(event.to)
        this.takenBy = event.to
        break
      case "passOn":
        this.bySpecialist(event.by)
        expect(event.to).not.toBe(this.responsible)
        this.responsible = event.to
        this.takenBy = null
        break
      case "askBack":
        this.bySpecialist(event.by)
        this.askedBack = true
        break
      case "reply":
        expect(event.by).toBe(this.question.author)
        expect(this.askedBack).toBe(true)
        this.askedBack = false
        break
      case "answer":
      case "officialAnswer":
        this.answer(event)
        break
      case "accept":
        expect(event.by).toBe(this.question.author)
        this.standing(event.answer)
        this.answered = true
        break
      case "helpful":
        expect(event.by).not.toContain(this.standing(event.answer))
        break
      case "comment":
        this.standing(event.on)
        if (event.key) this.add(event.key, event.by)
        break
      case "reportOutdated":
        this.standing(event.answer)
        expect(this.official).toContain(event.answer)
        this.needsReview = true
        break
      case "close":
        if (event.by !== this.question.author) this.bySpecialist(event.by)
        this.over = "closed"
        break
      case "duplicateOf":
        this.bySpecialist(event.by)
        expect(event.question).not.toBe(this.question.key)
        this.over = "duplicate"
        break
      case "hide":
        if (event.by !== this.standing(event.post)) this.bySpecialist(event.by)
        this.hidden.add(event.post)
        break
    }
  }

  outcome(): Outcome {
    return { state: this.state(), needsReview: this.needsReview }
  }

  private state(): SeedQuestionState {
    if (this.over) return this.over
    if (this.answered) return "answered"
    if (this.askedBack) return "asked-back"
    return this.takenBy ? "in-progress" : "open"
  }

  private answer(event: Extract<SeedEvent, { kind: "answer" | "officialAnswer" }>): void {
    this.add(event.key, event.by)
    if (event.kind === "answer") return
    this.bySpecialist(event.by)
    this.official.add(event.key)
    this.answered = true
    const day = dayOf(new Date(now().getTime() - event.daysAgo * DAY))
    expect(event.legalStatusDate).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(event.legalStatusDate <= day, "the legal status is known on the day of the answer").toBe(true)
    // A fixed day does not move with the story: whether it has passed is no matter of the content.
    expect(event.reviewInDays === undefined || event.reviewOn === undefined).toBe(true)
    if (event.reviewInDays === undefined) return
    expect(event.reviewInDays, "the review lies ahead of the answer").toBeGreaterThan(-event.daysAgo)
    if (event.reviewInDays < 0) this.needsReview = true
  }

  private bySpecialist(person: string): void {
    expect(this.isSpecialistOf(person, this.responsible), `${person} answers for ${this.responsible}`).toBe(
      true,
    )
  }

  private add(key: string, author: string): void {
    expect([...this.posts.keys()]).not.toContain(key)
    this.posts.set(key, author)
  }

  private standing(key: string): string {
    expect([...this.hidden]).not.toContain(key)
    const author = this.posts.get(key)
    expect(author, `there is ${key}`).toBeDefined()
    return author ?? ""
  }
}
