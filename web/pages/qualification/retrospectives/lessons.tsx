import type { EarlierLesson, LessonView } from "../../../../server/qualification/index.ts"
import {
  ActionButton,
  Badge,
  Button,
  Card,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { boardOf, lessonsOf } from "./columns.ts"
import { EarlierLessons, kindLabel } from "./lesson-items.tsx"

type Props = {
  t: Texts
  cohortId: string
  own: LessonView[]
  earlier: EarlierLesson[]
  errors: FieldError[]
}

/** What the group passes on, exactly as it will be read, and what it was given. */
export function Lessons({ t, cohortId, own, earlier, errors }: Props) {
  const words = t.qualification.lessons
  const add = (
    <>
      <LinkButton href={`${lessonsOf(cohortId)}/neu`} kind="primary" icon="plus">
        {words.add}
      </LinkButton>
      <LinkButton href={boardOf(cohortId)}>{words.board}</LinkButton>
    </>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={add}>
        {words.title}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <section class="ff-part" aria-labelledby="frueher">
        <h2 id="frueher">{words.earlier}</h2>
        <p class="kern-hint">{earlier.length > 0 ? words.earlierHint : words.earlierEmpty}</p>
        <EarlierLessons t={t} lessons={earlier} level={3} />
      </section>
      <section class="ff-part" aria-labelledby="eigene">
        <h2 id="eigene">{words.own}</h2>
        <p class="kern-hint">{words.ownHint}</p>
        <div class="ff-part" id="erkenntnisse-live" data-live={`retrospective:${cohortId}`}>
          {own.length === 0 ? (
            <EmptyState icon="edit" title={words.ownEmpty} />
          ) : (
            own.map((lesson) => <OwnLesson key={lesson.id} t={t} lesson={lesson} />)
          )}
        </div>
      </section>
    </>
  )
}

function OwnLesson({ t, lesson }: { t: Texts; lesson: LessonView }) {
  const words = t.qualification.lessons
  const { id, title, body, releasedOn, version, can } = lesson
  const path = `/erkenntnisse/${id}`
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
      <div class="ff-buttons">
        {can.release && (
          <ActionButton
            action={`${path}/freigeben`}
            hidden={{ version: String(version) }}
            confirm={words.releaseConfirm}
            kind="primary"
            small={false}
            context={title}
          >
            {words.release}
          </ActionButton>
        )}
        {can.withdraw && (
          <ActionButton
            action={`${path}/zurueckziehen`}
            hidden={{ version: String(version) }}
            kind="secondary"
            small={false}
            context={title}
          >
            {words.withdraw}
          </ActionButton>
        )}
        {can.edit && (
          <LinkButton href={path} icon="edit" context={title}>
            {words.edit}
          </LinkButton>
        )}
      </div>
      {can.edit && (
        <Disclosure summary={words.remove} quiet>
          <p>{words.removeText}</p>
          <Form action={`${path}/loeschen`}>
            <div>
              <Button kind="danger" context={title}>
                {words.removeNow}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}
