import type { ComponentChildren } from "preact"
import type { FieldFault } from "../../../../server/kernel/http.ts"
import { MOST_COMPETENCES } from "../../../../server/qualification/core.ts"
import { type CompetenceView, RatingOf } from "../../../../server/qualification/proof.ts"
import { wordsOf } from "../../../compared.ts"
import { limitsOf } from "../../../form-reading.ts"
import { choice, type FormState, field, type Labels } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import { Field, useReader } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { LevelMeanings } from "./levels.tsx"

type Rated = { competence: string; level: number | null; sentence: string }
type Words = { level: string; notRated: string; sentence: string; sentenceHint: string }

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

/** What the fields are called where their competence is not beside them. */
export const ratingLabels = (competences: CompetenceView[], words: Words): Labels =>
  Object.fromEntries(
    competences.flatMap(({ name }, index) => [
      [`level${index + 1}`, `${name}: ${words.level}`],
      [`sentence${index + 1}`, `${name}: ${words.sentence}`],
    ]),
  )

/** The levels as the form says them, for comparing. */
export const ratingWords = (t: Texts, competences: CompetenceView[]) =>
  Object.fromEntries(
    competences.map((competence, index) => [`level${index + 1}`, wordsOf(levelOptions(t, competence))]),
  )

/** `ratings.2.sentence` is the third sentence of the form. */
export function ratingFault(fault: FieldFault): FieldFault {
  const [list, index, name] = fault.field.split(".")
  return list === "ratings" && name ? { ...fault, field: `${name}${Number(index) + 1}` } : fault
}

/** What is wrong with all of them is shown at the first. */
export const ratingForm = (form: FormState): FormState => ({
  ...form,
  errors: form.errors.map((error) => (error.field === "ratings" ? { ...error, field: "level1" } : error)),
})

export function RatingFields(props: {
  competences: CompetenceView[]
  form: FormState
  /** What helps to judge one of them. */
  beside?: (competence: CompetenceView) => ComponentChildren
  words: Words
}) {
  const { words, form } = props
  const { t } = useReader()
  const { maxLength } = limitsOf(RatingOf, "sentence")
  return (
    <>
      {props.competences.map((competence, index) => (
        <fieldset class="ff-group" key={competence.key}>
          <legend class="ff-group__legend">{competence.name}</legend>
          <input type="hidden" name={`competence${index + 1}`} value={competence.key} />
          <LevelMeanings competence={competence} />
          {props.beside?.(competence)}
          <Field
            {...choice(form, `level${index + 1}`)}
            type="select"
            label={words.level}
            placeholder={words.notRated}
            options={levelOptions(t, competence)}
          />
          <Field
            {...field(form, `sentence${index + 1}`)}
            label={words.sentence}
            hint={words.sentenceHint}
            maxlength={maxLength}
          />
        </fieldset>
      ))}
    </>
  )
}
