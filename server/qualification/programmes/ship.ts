import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { programmeSteps, programmes } from "../tables.ts"
import { renderDescription, renderStep } from "./rendered.ts"
import { HALF_YEAR, type Template } from "./template/index.ts"

/**
 * The programmes that come with the software, in every database from the first start on. An edition that is there
 * is left as it is. Of several processes that start together one writes; the others wait for it on the unique edition.
 */
export async function shipProgrammes(db: Db): Promise<void> {
  await transact(db, (tx) => shipEdition(tx, HALF_YEAR))
}

async function shipEdition(tx: Tx, { steps, ...programme }: Template): Promise<void> {
  const id = newId()
  const written = await tx
    .insert(programmes)
    .values({
      id,
      ...programme,
      html: renderDescription(programme),
      createdAt: now(),
      publishedAt: now(),
    })
    .onConflictDoNothing({ target: [programmes.familyId, programmes.edition] })
    .returning({ id: programmes.id })
  if (written.length === 0) return
  await tx.insert(programmeSteps).values(
    steps.map((step, position) => {
      return { id: newId(), programmeId: id, position, ...step, html: renderStep(step) }
    }),
  )
}
