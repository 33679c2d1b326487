import { readFile } from "node:fs/promises"
import { ContentFolder } from "../../kernel/content-folder.ts"
import { readCohort } from "./cohort/index.ts"
import { readLaw } from "./law.ts"
import { readAnnouncements, readBestPractices } from "./practices.ts"
import { readQuestions } from "./questions.ts"
import { readCategories, readPeople, readSynonyms } from "./town.ts"

export type { Moment, SeedAudience } from "./fields.ts"
export { dueOn } from "./law.ts"
export type { SeedAnnouncement, SeedBestPractice } from "./practices.ts"
export type { OfficialAnswer, SeedEvent, SeedQuestion, SeedQuestionState } from "./questions.ts"
export type { SeedCategory } from "./town.ts"

const CONTENT = new URL("../content/", import.meta.url)

/** All that editors wrote for the example. Everything refers to everything else by its key. */
export function readExample(content = CONTENT) {
  const folder = new ContentFolder(content)
  const example = {
    ...readPeople(folder),
    categories: readCategories(folder),
    synonyms: readSynonyms(folder),
    questions: readQuestions(folder),
    bestPractices: readBestPractices(folder),
    announcements: readAnnouncements(folder),
    law: readLaw(folder),
    cohorts: { wohngeld: readCohort(folder, "wohngeld"), unterhalt: readCohort(folder, "unterhalt") },
  }
  folder.refuseUnread()
  return example
}
export type Example = ReturnType<typeof readExample>

let notes: Record<string, { de: string; en: string }> | undefined

/** Who the people of the story are, by name, for the sign-in page of the trial: read when it is first shown. */
export function peopleNotes() {
  notes ??= Object.fromEntries(
    readPeople(new ContentFolder(CONTENT)).people.map(({ displayName, note }) => [displayName, note]),
  )
  return notes
}

/** Attachments and photographs. They are stored as pictures: a server without fonts would draw SVG without its words. */
export const readPicture = (name: string): Promise<Buffer> => readFile(new URL(`pictures/${name}`, CONTENT))
