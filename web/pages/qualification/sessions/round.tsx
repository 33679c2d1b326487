import { type BoardView, RoundLine, type SessionView } from "../../../../server/qualification/meet.ts"
import { choice, field } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import { Card, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { RoundTable } from "./round-table.tsx"

const NAMES = ["project", "state", "hurdle", "request"] as const

type RoundProps = {
  t: Texts
  session: SessionView
  board: BoardView
  /** Of the learner. */
  projects?: { id: string; title: string }[]
  tried?: Tried | null
}

/** What everybody has to say of their projects, and the learner's own line. */
export function Round(props: RoundProps) {
  const { t, session, board } = props
  const words = t.qualification.sessions.round
  const own = board.round.find(({ isMine }) => isMine)
  return (
    <Card title={words.title} id="runde">
      <div id="runde-live" data-live={`session:${session.id}`}>
        <RoundTable t={t} board={board} opensAll={session.part === "facilitator"} />
      </div>
      {own && <OwnLine {...props} line={own.line} />}
    </Card>
  )
}

export const roundLabels = ({ qualification }: Texts, withProjects: boolean) => {
  const { ownProject, otherName, project, state, hurdle, request } = qualification.sessions.round
  return { projectId: ownProject, project: withProjects ? otherName : project, state, hurdle, request }
}

function OwnLine({ t, session, projects = [], tried = null, line }: RoundProps & { line: RoundLine | null }) {
  const words = t.qualification.sessions.round
  const at = "runde"
  const form = formOf(tried, {
    at,
    input: RoundLine,
    labels: roundLabels(t, projects.length > 0),
    fields: fieldsOf(line),
  })
  return (
    <Disclosure summary={line ? words.change : words.edit} open={!line || isRefused(form)} id="eigene-zeile">
      <p>{words.lead}</p>
      <Form action={`/termine/${session.id}/runde`} keep={`round-${session.id}`}>
        {projects.length > 0 && (
          <Field
            {...choice(form, "projectId")}
            {...idAt("projectId", at)}
            type="select"
            hint={words.ownProjectHint}
            placeholder={words.otherProject}
            options={projects.map(({ id: value, title: label }) => ({ value, label }))}
          />
        )}
        {NAMES.map((name) => (
          <Field
            key={name}
            {...field(form, name)}
            {...idAt(name, at)}
            {...(name === "state" && { hint: words.hint })}
          />
        ))}
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

/** The title of a chosen project is not typed again. */
const fieldsOf = (line: RoundLine | null): Fields => {
  if (!line) return {}
  const { projectId, ...typed } = line
  return projectId ? { ...typed, project: "", projectId } : typed
}
