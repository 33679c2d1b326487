import type { Actor } from "../../../../server/kernel/actor.ts"
import { listSharedEntries, type SharedEntries } from "../../../../server/qualification/own.ts"
import { Badge, Card, Day, Meta } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { PATH } from "./frame.tsx"

/** What others of the cohort show of their journals at this moment; nothing where the installation has no keys. */
export async function findShared(
  { db, journalKeys }: Site,
  actor: Actor,
  cohortId: string,
): Promise<SharedEntries["items"]> {
  if (!journalKeys) return []
  return (await listSharedEntries(db, journalKeys, actor, cohortId)).items
}

/** The same on a page of the cohort; nothing where nobody shows anything. */
export function SharedJournal({ t, entries }: { t: Texts; entries: SharedEntries["items"] }) {
  const words = t.qualification.journal
  if (entries.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="geteilt">
      <h2 id="geteilt">{words.sharedTitle}</h2>
      <p class="kern-hint">{words.sharedLead}</p>
      {entries.map((entry) => (
        <Card key={entry.id} title={entry.content?.title ?? words.unreadable} level={3}>
          <Meta
            items={[
              entry.name,
              <Day key="day" value={entry.writtenOn} />,
              <Badge key="with">{words.sharedBadge[entry.with]}</Badge>,
              entry.isOwn && (
                <a key="own" href={`${PATH}/${entry.id}#teilen`}>
                  {words.unshare}
                </a>
              ),
            ].filter((one) => one !== false)}
          />
          <p class="ff-written">{entry.content?.body ?? words.unreadableShared}</p>
        </Card>
      ))}
    </section>
  )
}
