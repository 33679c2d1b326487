import type { MinutesView, SessionView } from "../../../../server/qualification/index.ts"
import { Button, Card, Field, Form, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = { t: Texts; session: SessionView; draft: MinutesView }

/** Gives the draft out; what was released already can be released to the managers, too. */
export function Releasing({ t, session, draft }: Props) {
  const words = t.qualification.sessions.minutes
  const path = `/termine/${session.id}/protokoll`
  if (draft.version === 0)
    return (
      <Card title={words.release} id="freigabe">
        <p>{words.unsaved}</p>
        <LinkButton href={`${path}/bearbeiten`} kind="primary" icon="edit">
          {words.write}
        </LinkButton>
      </Card>
    )
  return (
    <Card title={draft.changed ? words.releaseAgain : words.release} id="freigabe">
      <p>{words.releaseText}</p>
      <Form action={`${path}/freigeben`} hidden={{ version: draft.version }}>
        <Field
          type="checkbox"
          name="forManagers"
          label={words.forManagers}
          hint={words.forManagersHint}
          checked={draft.forManagers}
        />
        <div>
          <Button kind={draft.changed || !draft.releasedAt ? "primary" : "secondary"}>
            {draft.changed ? words.releaseAgain : words.release}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
