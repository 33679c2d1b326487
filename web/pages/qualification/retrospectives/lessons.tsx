import { newId } from "../../../../server/kernel/database.ts"
import { EditedLesson, type LessonView, NewLesson } from "../../../../server/qualification/outcome.ts"
import { wordsOf } from "../../../compared.ts"
import { Newer, versionOf } from "../../../form-state.tsx"
import {
  ActionButton,
  Badge,
  Button,
  Card,
  Disclosure,
  EmptyState,
  Form,
  TwoSteps,
} from "../../../layout/index.ts"
import { formOf, isRefused } from "../../../page-forms.ts"
import { kindOptions, LessonFields } from "./lesson-form.tsx"
import { EarlierLessons, kindLabel } from "./lesson-items.tsx"
import type { BoardProps } from "./props.ts"

/** What the group passes on, exactly as it will be read, and what it was given. */
export function Lessons(props: BoardProps) {
  const { t, cohortId, lessons, earlier } = props
  const words = t.qualification.lessons
  return (
    <>
      <section class="ff-part ff-lessons-part" aria-labelledby="erkenntnisse">
        <h2 id="erkenntnisse">{words.own}</h2>
        <p>{words.lead}</p>
        <p class="kern-hint">{words.ownHint}</p>
        <div class="ff-part" id="erkenntnisse-live" data-live={`retrospective:${cohortId}`}>
          {lessons.length === 0 ? (
            <EmptyState icon="edit" title={words.ownEmpty} />
          ) : (
            lessons.map((lesson) => <OwnLesson key={lesson.id} {...props} lesson={lesson} />)
          )}
        </div>
        <Write {...props} />
      </section>
      <section class="ff-part ff-lessons-part" aria-labelledby="frueher">
        <h2 id="frueher">{words.earlier}</h2>
        <p class="kern-hint">{earlier.length > 0 ? words.earlierHint : words.earlierEmpty}</p>
        <EarlierLessons t={t} lessons={earlier} level={3} />
      </section>
    </>
  )
}

function Write(props: BoardProps) {
  const { t, cohortId } = props
  const words = t.qualification.lessons
  const at = "neu"
  const fields = { kind: "learned" }
  const form = formOf(props.tried, { at, input: NewLesson, labels: words.fields, fields })
  return (
    <Disclosure summary={words.add} open={isRefused(form)} id="erkenntnis-schreiben">
      <Form
        action={`/lerngruppen/${cohortId}/erkenntnisse`}
        idempotencyKey={newId()}
        keep={`lerngruppen/${cohortId}/erkenntnisse/neu`}
      >
        <LessonFields t={t} form={form} at={at} />
        <div>
          <Button kind="primary">{words.save}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

type Props = BoardProps & { lesson: LessonView }

const pathOf = ({ id }: LessonView) => `/erkenntnisse/${id}`

function OwnLesson(props: Props) {
  const { t, lesson } = props
  const words = t.qualification.lessons
  const { id, title, body, releasedOn, can } = lesson
  return (
    <Card title={title} level={3} id={`erkenntnis-${id}`}>
      <div class="ff-row__foot">
        <Badge>{kindLabel(t, lesson.kind)}</Badge>
        {releasedOn ? (
          <Badge kind="success" icon="check">
            {words.released}
          </Badge>
        ) : (
          <Badge icon="lock">{words.draft}</Badge>
        )}
      </div>
      {body.trim() !== "" && <p class="ff-lines">{body}</p>}
      <Release t={t} lesson={lesson} />
      {can.edit && (
        <>
          <Edit {...props} />
          <TwoSteps
            summary={words.remove}
            text={words.removeText}
            action={pathOf(lesson)}
            hidden={{ action: "remove" }}
            now={words.removeNow}
            context={title}
          />
        </>
      )}
    </Card>
  )
}

function Release({ t, lesson }: Pick<Props, "t" | "lesson">) {
  const words = t.qualification.lessons
  const { title, version, can } = lesson
  if (!can.release && !can.withdraw) return null
  return (
    <ActionButton
      action={pathOf(lesson)}
      hidden={{ version: String(version) }}
      name="action"
      value={can.release ? "release" : "withdraw"}
      kind={can.release ? "primary" : "secondary"}
      small={false}
      context={title}
      {...(can.release && { confirm: words.releaseConfirm })}
    >
      {can.release ? words.release : words.withdraw}
    </ActionButton>
  )
}

function Edit(props: Props) {
  const { t, lesson, opened } = props
  const words = t.qualification.lessons
  const { id: at, kind, title, body, version } = lesson
  const fields = { kind, title, body, version: String(version) }
  const form = formOf(props.tried, { at, action: "save", input: EditedLesson, labels: words.fields, fields })
  return (
    <Disclosure summary={words.edit} quiet open={isRefused(form) || opened === at}>
      <Newer form={form} text={words.conflict} words={{ kind: wordsOf(kindOptions(t)) }} level={3} />
      <Form
        action={pathOf(lesson)}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`erkenntnisse/${at}-${versionOf(form)}`}
      >
        <LessonFields t={t} form={form} at={at} />
        <div>
          <Button kind="primary" context={title}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}
