import { FEWEST_COUNTED } from "../../kernel/counting.ts"
import { compareNames } from "../../kernel/order.ts"
import {
  EXPERIENCE_QUESTIONS,
  type ExperienceAnswers,
  type ExperienceQuestion,
  MEDIA,
  type Medium,
} from "./tables.ts"

/** One nameless answer beside the named ones would be everybody's who is not named. */
const FEWEST_NAMELESS = 3

export type Experience = {
  name: string
  anonymous: boolean
  media: Medium[]
  answers: ExperienceAnswers
}
type Said = { text: string; name: string | null }

/**
 * What the group sees together. Each question by itself and in the order of the words, so that neither place nor
 * neighbour tells whose an answer is; nameless ones only when there are enough of them to that question.
 */
export function saidTogether(all: Experience[]): Record<ExperienceQuestion, Said[]> {
  const said = (question: ExperienceQuestion): Said[] => {
    const filled = all.filter(({ answers }) => answers[question].trim() !== "")
    const hidden = filled.filter(({ anonymous }) => anonymous)
    const shown = hidden.length >= FEWEST_NAMELESS ? filled : filled.filter(({ anonymous }) => !anonymous)
    return shown
      .map(({ name, anonymous, answers }) => ({
        text: answers[question].trim(),
        name: anonymous ? null : name,
      }))
      .toSorted((one, other) => compareNames(one.text, other.text) || compareNames(named(one), named(other)))
  }
  const [helps, hinders, wish] = EXPERIENCE_QUESTIONS
  return { helps: said(helps), hinders: said(hinders), wish: said(wish) }
}

const named = ({ name }: Said) => name ?? ""

/** How many use which medium; null with fewer than five people. */
export function countMedia(all: Experience[]): { medium: Medium; people: number }[] | null {
  if (all.length < FEWEST_COUNTED) return null
  return MEDIA.map((medium) => ({
    medium,
    people: all.filter(({ media }) => media.includes(medium)).length,
  }))
}
