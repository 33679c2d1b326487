import { and, eq } from "drizzle-orm"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { programmeSteps, programmes } from "../tables.ts"
import { FAMILY_ID, readHalfYear, shippedEdition } from "./half-year.ts"
import { renderDescription, renderStep } from "./rendered.ts"

/**
 * The programmes that come with the software, in every database from the first start on. An edition that is there
 * is left as it is, and its files are not even read.
 */
export async function shipProgrammes(db: Db): Promise<void> {
  const found = await db
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.familyId, FAMILY_ID), eq(programmes.edition, shippedEdition())))
  if (found.length > 0) return
  const halfYear = readHalfYear()
  await transact(db, (tx) => shipEdition(tx, halfYear))
}

type HalfYear = ReturnType<typeof readHalfYear>

/** Of several processes that start together one writes; the others wait for it on the unique edition. */
async function shipEdition(tx: Tx, { steps, ...programme }: HalfYear): Promise<void> {
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
