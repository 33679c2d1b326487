import { type EarlierLesson, HEADINGS, type Heading } from "../../../../server/qualification/outcome.ts"
import { Card, Day, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { boardOf } from "./columns.ts"

/** What earlier cohorts pass on, by kind. It says when it was released, but not by whom. */
export function EarlierLessons({ t, lessons, level }: { t: Texts; lessons: EarlierLesson[]; level: 3 | 4 }) {
  const words = t.qualification.lessons
  const Heading = `h${level}` as "h3" | "h4"
  return (
    <>
      {HEADINGS.map((kind) => {
        const own = lessons.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <section class="ff-part" key={kind}>
            <Heading>{t.qualification.retrospectives.headings[kind]}</Heading>
            <ul class="ff-lessons">
              {own.map(({ id, title, body, releasedOn }) => (
                <li key={id}>
                  <LessonText title={title} body={body} />
                  <p class="kern-hint">
                    {words.releasedOn} <Day value={releasedOn} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

export function LessonText({ title, body }: { title: string; body: string }) {
  return (
    <>
      <p class="ff-lessons__title">{title}</p>
      {body.trim() !== "" && <p class="ff-lines">{body}</p>}
    </>
  )
}

/** On the page of the first workshop; nothing where there is nothing. */
export function LessonsCard({
  t,
  lessons,
  cohortId,
}: {
  t: Texts
  lessons: EarlierLesson[]
  cohortId: string
}) {
  const words = t.qualification.lessons
  if (lessons.length === 0) return null
  return (
    <Card
      title={words.earlier}
      id="fruehere-lerngruppen"
      actions={
        <LinkButton href={`${boardOf(cohortId)}#frueher`} kind="tertiary" small>
          {words.readOn}
        </LinkButton>
      }
    >
      <EarlierLessons t={t} lessons={lessons} level={3} />
    </Card>
  )
}

export const kindLabel = (t: Texts, kind: Heading) => t.qualification.retrospectives.headings[kind]
