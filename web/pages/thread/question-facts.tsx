import { Card, DateTime, Facts, useReader, WorkingDay } from "../../layout/index.ts"
import { addressOfTag } from "../search/address.ts"
import type { Question } from "./post-parts.tsx"

/** Who took it, is news only until it is answered. */
const WORKED_ON: Question["state"][] = ["in-progress", "asked-back"]

/** Who is responsible, who works on it, by when it is wanted. */
export function QuestionFacts({ question }: { question: Question }) {
  const { t } = useReader()
  const words = t.thread.facts
  const { responsible, takenBy, wantedBy, tags } = question
  const facts = [
    responsible && {
      label: words.responsible,
      value: question.passedOn ? `${responsible.name} (${words.passedOn})` : responsible.name,
    },
    takenBy && WORKED_ON.includes(question.state) && { label: words.taken, value: takenBy.name },
    wantedBy && { label: words.wantedBy, value: <WorkingDay value={wantedBy} /> },
    { label: words.asked, value: <DateTime value={question.createdAt} format="datetime" /> },
    tags.length > 0 && { label: words.tags, value: <Tags tags={tags} /> },
  ]
  return (
    <Card title={words.title} id="auf-einen-blick">
      <Facts facts={facts.filter((fact) => !!fact)} />
    </Card>
  )
}

/** Each leads to everything that has it, where one can follow it. */
export function Tags({ tags }: { tags: string[] }) {
  return (
    <ul class="ff-tags">
      {tags.map((tag) => (
        <li key={tag}>
          <a href={addressOfTag(tag)}>{tag}</a>
        </li>
      ))}
    </ul>
  )
}
