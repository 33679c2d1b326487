import { newId } from "../../../../server/kernel/database.ts"
import { LONGEST_CAPTION } from "../../../../server/qualification/core.ts"
import { HeldFile } from "../../../attachments.tsx"
import { Button, Card, Disclosure, Field, Form, useReader } from "../../../layout/index.ts"
import type { StepFilesProps } from "./props.ts"
import { RemoveFile } from "./remove-file.tsx"

type Sheet = StepFilesProps["files"]["sheets"][number]

/**
 * Photos of sheets that were filled in on paper: of the learner their own, of the facilitators those of all. Learners do
 * not hear when somebody hands one in; their region comes anew with what is handed out, and after they have sent one.
 */
export function Sheets({ stepId, files, path, readerId }: StepFilesProps) {
  const { t } = useReader()
  const words = t.qualification.files
  const { sheets, can } = files
  const back = `${path}#boegen`
  return (
    <Card title={can.handIn ? words.sheet : words.sheets} id="boegen" icon="edit">
      {can.handIn && <p>{words.sheetFor}</p>}
      <div id="boegen-live" data-live={`${can.handOut ? "sheets" : "handouts"}:${stepId}`}>
        {sheets.length > 0 && (
          <ul class="ff-photos">
            {sheets.map((sheet) => (
              <li key={sheet.id} id={`datei-${sheet.id}`}>
                <Photo sheet={sheet} isNamed={can.handOut} />
                {sheet.can.remove && <RemoveFile file={sheet} back={back} text={words.removeSheetText} />}
              </li>
            ))}
          </ul>
        )}
        {sheets.length === 0 && can.handOut && <p class="kern-hint">{words.noSheets}</p>}
      </div>
      {can.handIn && (
        <Disclosure summary={words.addSheet} quiet>
          <SheetForm stepId={stepId} back={back} readerId={readerId} />
        </Disclosure>
      )}
    </Card>
  )
}

function Photo({ sheet, isNamed }: { sheet: Sheet; isNamed: boolean }) {
  const { t } = useReader()
  const words = t.qualification.files
  const { id, learner, caption, check } = sheet
  const said = [isNamed && learner, caption].filter(Boolean).join(": ")
  if (check !== "clean") return <HeldFile name={said || sheet.name} check={check} />
  return (
    <>
      <a href={`/schritte/dateien/${id}`}>
        <img src={`/schritte/dateien/${id}`} alt={words.sheetAlt(said)} loading="lazy" />
      </a>
      {said && <p>{said}</p>}
    </>
  )
}

type FormProps = { stepId: string; back: string; readerId: string }

/** On a phone the camera opens at once. Without a connection photos wait in the browser. */
function SheetForm({ stepId, back, readerId }: FormProps) {
  const { t } = useReader()
  const words = t.qualification.files
  return (
    <Form
      action={`/schritte/${stepId}/boegen`}
      idempotencyKey={newId()}
      hidden={{ back }}
      multipart
      outbox={{ owner: readerId }}
    >
      <Field
        name="caption"
        id="feld-bogen-titel"
        label={words.sheetCaption}
        hint={words.sheetCaptionHint}
        maxlength={LONGEST_CAPTION}
        optional
      />
      <Field
        type="file"
        name="photos"
        id="feld-bogen"
        label={words.sheetChoose}
        hint={words.sheetHint}
        accept="image/*"
        capture="environment"
        multiple
      />
      <div>
        <Button>{words.handIn}</Button>
      </div>
    </Form>
  )
}
