import type { AnnouncementView } from "../../../server/announcements/index.ts"
import { type Fields, textOf } from "../../forms.ts"
import { Alert, Card, ComparedVersions } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

type ConflictProps = { t: Texts; newer: AnnouncementView; fields: Fields }

/** Somebody was faster: what differs from the newer text stands above one's own, which is in the form. */
export function Conflict({ t, newer, fields }: ConflictProps) {
  const words = t.announcements
  const compared = (["title", "body"] as const).map((name) => ({
    name,
    label: t.errors.labels[name],
    saved: newer[name],
    mine: textOf(fields, name),
  }))
  return (
    <>
      <Alert kind="warning" title={words.conflictTitle} live>
        <p>{words.conflictText}</p>
      </Alert>
      <Card title={words.conflictNewer} id="neue-fassung" tone="quiet">
        <ComparedVersions fields={compared} />
      </Card>
      <h2>{words.conflictOwn}</h2>
    </>
  )
}
