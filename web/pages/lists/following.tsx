import { Following, LEVELS, type Level } from "../../../server/forum/index.ts"
import { choice, Faults, type FormState, freshForm } from "../../form-state.tsx"
import { Disclosure, Field, Form, SubmitButton, useReader } from "../../layout/index.ts"
import { formOf, type Tried } from "../../page-forms.ts"
import type { Texts } from "../../texts/index.ts"

type Props = {
  id: string
  kind: "questions" | "best-practices"
  following: Level | null
  tried: Tried | null
}

export const followLabels = (t: Texts) => ({ level: t.notifications.following.ofCategory })

/** What one hears of a category: folded away, with how it is now as what one reads. */
export function FollowCategory({ id, kind, following, tried }: Props) {
  const { t } = useReader()
  const form = formOf(tried, {
    at: id,
    input: Following,
    labels: followLabels(t),
    fields: { level: following ?? "" },
  })
  const levels = kind === "questions" ? LEVELS : LEVELS.filter((one) => one === "all" || one === "muted")
  return <Levels action={`/kategorien/${id}/folgen`} form={form} following={following} levels={levels} />
}

/** The same of a tag, above all that has it. */
export function FollowTag({ tag, following }: { tag: string; following: Level | null }) {
  const { t } = useReader()
  const labels = { level: t.notifications.following.ofTag(tag) }
  const form = freshForm(Following, labels, { level: following ?? "" })
  return (
    <Levels
      action="/schlagwoerter/folgen"
      hidden={{ tag }}
      form={form}
      following={following}
      levels={LEVELS}
    />
  )
}

type LevelsProps = {
  action: string
  hidden?: Record<string, string>
  form: FormState
  following: Level | null
  levels: readonly Level[]
}

function Levels({ action, hidden, form, following, levels }: LevelsProps) {
  const { t } = useReader()
  const words = t.notifications.following
  return (
    <Disclosure summary={words.now(words.levels[following ?? "none"])} quiet open={form.errors.length > 0}>
      <Faults form={form} />
      <Form action={action} {...(hidden && { hidden })}>
        <Field
          {...choice(form, "level")}
          type="select"
          optional={false}
          options={[
            { value: "", label: words.levels.none },
            ...levels.map((level) => ({ value: level, label: words.levels[level] })),
          ]}
        />
        <div>
          <SubmitButton kind="secondary">{words.save}</SubmitButton>
        </div>
      </Form>
      <p class="kern-hint">{words.private}</p>
    </Disclosure>
  )
}
