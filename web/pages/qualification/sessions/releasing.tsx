import type { MinutesView, SessionView } from "../../../../server/qualification/meet.ts"
import { Button, Card, Disclosure, Field, Form } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = { t: Texts; session: SessionView; draft: MinutesView }

/** Gives the draft out. Once it is out, only who reads it remains to be said. */
export function Releasing({ t, session, draft }: Props) {
  const words = t.qualification.sessions.minutes
  if (draft.version === 0)
    return (
      <Card title={words.release} id="freigabe">
        <p>{words.unsaved}</p>
      </Card>
    )
  const isOut = draft.releasedAt !== null && !draft.changed
  const form = (
    <>
      <p>{words.releaseText}</p>
      <Form
        action={`/termine/${session.id}/protokoll`}
        hidden={{ action: "release", version: draft.version }}
      >
        <Field
          type="checkbox"
          name="forManagers"
          label={words.forManagers}
          hint={words.forManagersHint}
          checked={draft.forManagers}
        />
        <div>
          <Button kind={isOut ? "secondary" : "primary"}>
            {isOut ? words.save : draft.changed ? words.releaseAgain : words.release}
          </Button>
        </div>
      </Form>
    </>
  )
  return isOut ? (
    <Disclosure summary={words.readers} id="freigabe">
      {form}
    </Disclosure>
  ) : (
    <Card title={draft.changed ? words.releaseAgain : words.release} id="freigabe">
      {form}
    </Card>
  )
}
