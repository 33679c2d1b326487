import { newId } from "../../../../server/kernel/database.ts"
import { LONGEST_CAPTION } from "../../../../server/qualification/core.ts"
import { ACCEPTED_FILES, formatBytes, HeldFile } from "../../../attachments.tsx"
import { Button, Card, Disclosure, Field, Form, Icon, useReader } from "../../../layout/index.ts"
import type { StepFilesProps } from "./props.ts"
import { RemoveFile } from "./remove-file.tsx"

type Handout = StepFilesProps["files"]["handouts"][number]

/** Slides and the like for everybody. The region is there without any, so that the first one comes by itself. */
export function Handouts({ stepId, files, path }: StepFilesProps) {
  const { t } = useReader()
  const words = t.qualification.files
  const { handouts, can } = files
  const back = `${path}#dateien`
  const list = handouts.length > 0 && (
    <ul class="ff-attachments">
      {handouts.map((file) => (
        <li key={file.id} id={`datei-${file.id}`}>
          <Download file={file} />
          {file.can.remove && <RemoveFile file={file} back={back} text={words.removeText} />}
        </li>
      ))}
    </ul>
  )
  const region = (
    <div id="dateien-live" data-live={`handouts:${stepId}`}>
      {can.handOut
        ? list || <p class="kern-hint">{words.noHandouts}</p>
        : list && (
            <Card title={words.handouts} id="dateien" icon="attach">
              {list}
            </Card>
          )}
    </div>
  )
  if (!can.handOut) return region
  return (
    <Card title={words.handouts} id="dateien" icon="attach">
      {region}
      <Disclosure summary={words.add} quiet>
        <HandoutForm stepId={stepId} back={back} />
      </Disclosure>
    </Card>
  )
}

function Download({ file }: { file: Handout }) {
  const { t, locale } = useReader()
  const { id, name, caption, image, bytes, check } = file
  if (check !== "clean") return <HeldFile name={caption ? `${caption}: ${name}` : name} check={check} />
  return (
    <a href={`/schritte/dateien/${id}`} download={!image}>
      <Icon name="download" size={16} />
      <span>
        {caption && `${caption}: `}
        {name} ({formatBytes(bytes, locale)})
        {!image && <span class="kern-sr-only"> {t.thread.attachments.download}</span>}
      </span>
    </a>
  )
}

function HandoutForm({ stepId, back }: { stepId: string; back: string }) {
  const { t } = useReader()
  const words = t.qualification.files
  return (
    <Form action={`/schritte/${stepId}/dateien`} idempotencyKey={newId()} hidden={{ back }} multipart>
      <p>{words.handoutsFor}</p>
      <Field
        type="file"
        name="files"
        id="feld-dateien"
        label={words.choose}
        hint={words.chooseHint}
        accept={ACCEPTED_FILES}
        multiple
      />
      <Field
        name="caption"
        id="feld-dateien-titel"
        label={words.caption}
        hint={words.captionHint}
        maxlength={LONGEST_CAPTION}
        optional
      />
      <div>
        <Button>{words.handOut}</Button>
      </div>
    </Form>
  )
}
