import type { AnnouncementView } from "../../../server/announcements/index.ts"
import { Alert, Card, Prose } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

/** Somebody was faster: the newer text above one's own, which stands in the form. */
export function Conflict({ t, newer }: { t: Texts; newer: AnnouncementView }) {
  const words = t.announcements
  return (
    <>
      <Alert kind="warning" title={words.conflictTitle} live>
        <p>{words.conflictText}</p>
      </Alert>
      <Card title={words.conflictNewer} id="neue-fassung" tone="quiet">
        <h3>{newer.title}</h3>
        <Prose html={newer.html} level={4} />
      </Card>
      <h2>{words.conflictOwn}</h2>
    </>
  )
}
