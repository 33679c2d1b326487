import { listReplacing } from "../../../server/announcements/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import { Alert, Day, useReader } from "../../layout/index.ts"

export type Replacing = { announcementId: string; startOn: string }

/** By category: since when it takes the place of e-mail and telephone, as the person was told. */
export async function findReplacing(db: Db, actor: Actor): Promise<Map<string, Replacing>> {
  const begun = await listReplacing(db, actor)
  return new Map(
    begun.flatMap(({ announcementId, startOn, categoryIds }) =>
      categoryIds.map((id): [string, Replacing] => [id, { announcementId, startOn }]),
    ),
  )
}

/** On the page of such a category, and above the form in which a question for it is written. */
export function ReplacingNote({ replacing }: { replacing: Replacing | undefined }) {
  const { t } = useReader()
  const words = t.announcements
  if (!replacing) return null
  return (
    <Alert kind="info" title={words.replacing}>
      <p>
        {words.replaced} <Day value={replacing.startOn} />.{" "}
        <a href={`/ankuendigungen/${replacing.announcementId}`}>{words.replacedLink}</a>
      </p>
    </Alert>
  )
}
