import type { BoardView } from "../../../../server/qualification/meet.ts"
import { HeldFile } from "../../../attachments.tsx"
import { Button, Field, Form, TwoSteps, useReader } from "../../../layout/index.ts"

/** Pictures of flip charts; a click shows one as large as it is. */
export function Photos({ photos, back }: { photos: BoardView["photos"]; back?: string }) {
  const { t } = useReader()
  const words = t.qualification.sessions.photos
  if (photos.length === 0) return <p class="kern-hint">{words.empty}</p>
  return (
    <ul class="ff-photos">
      {photos.map(({ id, caption, check, can }) => (
        <li key={id}>
          {check === "clean" ? (
            <a href={`/termine/fotos/${id}`}>
              <img src={`/termine/fotos/${id}`} alt={words.alt(caption)} loading="lazy" />
            </a>
          ) : (
            <HeldFile name={words.alt(caption)} check={check} />
          )}
          {check === "clean" && caption && <p>{caption}</p>}
          {back !== undefined && can.remove && (
            <TwoSteps
              summary={words.remove}
              text={words.removeConfirm}
              action={`/termine/fotos/${id}/loeschen`}
              hidden={{ back }}
              now={words.removeNow}
              small
              context={words.alt(caption)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type Props = { sessionId: string; ownerId: string; idempotencyKey: string; back: string }

/** On a phone the camera opens at once. Without a connection photos wait in the browser. */
export function PhotoForm({ sessionId, ownerId, idempotencyKey, back }: Props) {
  const { t } = useReader()
  const words = t.qualification.sessions.photos
  return (
    <Form
      action={`/termine/${sessionId}/fotos`}
      idempotencyKey={idempotencyKey}
      hidden={{ back }}
      multipart
      outbox={{ owner: ownerId }}
    >
      <Field name="caption" label={words.caption} hint={words.captionHint} maxlength={200} optional />
      <Field
        type="file"
        name="photos"
        label={words.add}
        hint={words.hint}
        accept="image/*"
        capture="environment"
        multiple
      />
      <div>
        <Button>{words.save}</Button>
      </div>
    </Form>
  )
}
