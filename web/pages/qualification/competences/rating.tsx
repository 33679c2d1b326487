import type { ComponentChildren } from "preact"
import type { FieldFault } from "../../../../server/kernel/http.ts"
import { type CompetenceView, MOST_COMPETENCES } from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import { type Fields, fieldErrors, textOf } from "../../../forms.ts"
import { type Compared, errorFor, Field, type FieldError, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { LevelMeanings } from "./levels.tsx"

type Rated = { competence: string; level: number | null; sentence: string }

const PLACES = Array.from({ length: MOST_COMPETENCES }, (_, index) => index + 1)

/** Of the form: one competence, level and sentence each. */
export const RATING_FIELDS = PLACES.flatMap((place) => [
  `competence${place}`,
  `level${place}`,
  `sentence${place}`,
])

/** What the API takes. What is no number is handed on, to be refused by the schema. */
export const ratingsIn = (fields: Fields) =>
  PLACES.filter((place) => textOf(fields, `competence${place}`) !== "").map((place) => {
    const level = textOf(fields, `level${place}`)
    return {
      competence: textOf(fields, `competence${place}`),
      level: level === "" ? null : /^\d$/.test(level) ? Number(level) : level,
      sentence: textOf(fields, `sentence${place}`),
    }
  })

export const ratingFields = (competences: CompetenceView[], ratings: Rated[]): Fields =>
  Object.fromEntries(
    competences.flatMap(({ key }, index) => {
      const rating = ratings.find(({ competence }) => competence === key)
      const place = index + 1
      return [
        [`level${place}`, rating?.level?.toString() ?? ""],
        [`sentence${place}`, rating?.sentence ?? ""],
      ]
    }),
  )

export const levelOptions = ({ qualification }: Texts, { levels }: CompetenceView) =>
  levels.map(({ level, name, meaning }) => ({
    value: String(level),
    label: qualification.competences.step(level, name, meaning),
  }))

/** Level and sentence of each competence, as stored and as typed. */
export function comparedRatings(
  t: Texts,
  competences: CompetenceView[],
  stored: Rated[],
  mine: Fields,
): Compared[] {
  const words = t.qualification.selfRating
  return competences.flatMap((competence, index) => {
    const [level, sentence] = [`level${index + 1}`, `sentence${index + 1}`]
    const labels = {
      [level]: `${competence.name}: ${words.level}`,
      [sentence]: `${competence.name}: ${words.sentence}`,
    }
    const saved = ratingFields(competences, stored)
    return compared(labels, saved, mine, { [level]: wordsOf(levelOptions(t, competence)) })
  })
}

/** `ratings.2.sentence` is the third sentence of the form. */
export const ratingErrors = (t: Texts, faults: FieldFault[]): FieldError[] =>
  faults.flatMap((fault) => {
    const [list, index, name] = fault.field.split(".")
    if (list !== "ratings" || name === undefined) return fieldErrors(t, [fault])
    return fieldErrors(t, [{ ...fault, field: name }]).map((error) => {
      return { ...error, field: `${name}${Number(index) + 1}` }
    })
  })

export function RatingFields(props: {
  competences: CompetenceView[]
  fields: Fields
  errors: FieldError[]
  /** What helps to judge one of them. */
  beside?: (competence: CompetenceView) => ComponentChildren
  words: { level: string; notRated: string; sentence: string; sentenceHint: string }
}) {
  const { words, fields, errors } = props
  const { t } = useReader()
  return (
    <>
      {props.competences.map((competence, index) => {
        const [level, sentence] = [`level${index + 1}`, `sentence${index + 1}`]
        return (
          <fieldset class="ff-group" key={competence.key}>
            <legend class="ff-group__legend">{competence.name}</legend>
            <input type="hidden" name={`competence${index + 1}`} value={competence.key} />
            <LevelMeanings competence={competence} />
            {props.beside?.(competence)}
            <Field
              type="select"
              name={level}
              label={words.level}
              value={textOf(fields, level)}
              placeholder={words.notRated}
              options={levelOptions(t, competence)}
              optional
              {...errorFor(errors, level)}
            />
            <Field
              name={sentence}
              label={words.sentence}
              hint={words.sentenceHint}
              value={textOf(fields, sentence)}
              maxlength={400}
              optional
              {...errorFor(errors, sentence)}
            />
          </fieldset>
        )
      })}
    </>
  )
}
