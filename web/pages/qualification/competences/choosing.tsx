import type { Locale } from "../../../../server/kernel/actor.ts"
import {
  FEWEST_COMPETENCES,
  FRAMEWORKS,
  frameworksOn,
  keyOf,
  MOST_COMPETENCES,
  plainNameOf,
} from "../../../../server/qualification/core.ts"
import { type ChoiceView, NewChoice } from "../../../../server/qualification/proof.ts"
import { choices, type FormState, freshForm, Newer, versionOf } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import {
  Buttons,
  Disclosure,
  Field,
  FieldGroup,
  Form,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const choiceStart = ({ competences, version }: ChoiceView): Fields => ({
  competences: competences.map(({ key }) => key),
  version: String(version),
})

type Props = { t: Texts; cohortId: string; choice: ChoiceView; tried: FormState | null }

export function Choosing({ t, cohortId, choice, tried }: Props) {
  const { locale } = useReader()
  const words = t.qualification.competences
  const form = tried ?? freshForm(NewChoice, { competences: words.title }, choiceStart(choice))
  return (
    <Disclosure summary={words.choose} id="auswahl" open={tried !== null}>
      <p>{words.chooseLead(FEWEST_COMPETENCES, MOST_COMPETENCES)}</p>
      <Newer form={form} text={words.conflict} words={{ competences: (key) => nameOf(key, locale) }} />
      <Form action={`/lerngruppen/${cohortId}/kompetenzen`} hidden={{ version: versionOf(form) }}>
        <Boxes form={form} foundation={choice.foundation} />
        <p class="kern-hint">{words.chooseHint}</p>
        <Buttons>
          <SubmitButton>{words.chooseSave}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}

const nameOf = (key: string, locale: Locale) =>
  FRAMEWORKS.flatMap((framework) =>
    framework.areas.flatMap((area) =>
      area.competences.filter((one) => keyOf(framework, one) === key).map(({ name }) => name[locale]),
    ),
  )[0] ?? key

const hintFor = (key: string, locale: Locale) => {
  const plain = plainNameOf(key)?.[locale]
  return plain && { hint: plain }
}

function Boxes({ form, foundation }: { form: FormState } & Pick<ChoiceView, "foundation">) {
  const { locale } = useReader()
  const { error, ...all } = choices(form, "competences")
  // The summary of errors leads to the first group.
  let isFirst = true
  return (
    <>
      {frameworksOn(foundation).map((framework) => (
        <FieldGroup legend={framework.name[locale]} key={framework.id}>
          {framework.areas.map((area) => {
            const own = isFirst ? { ...(error && { error }) } : { id: `bereich-${framework.id}-${area.id}` }
            isFirst = false
            return (
              <Field
                key={area.id}
                {...all}
                {...own}
                type="checkboxes"
                label={area.name[locale]}
                options={area.competences.map((competence) => ({
                  value: keyOf(framework, competence),
                  label: competence.name[locale],
                  ...hintFor(keyOf(framework, competence), locale),
                }))}
              />
            )
          })}
        </FieldGroup>
      ))}
    </>
  )
}
