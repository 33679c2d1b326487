import { type Static, Type } from "typebox"
import { notFound } from "../../../../server/kernel/errors.ts"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import { type Asked, type Copy, type Sheet, SLUGS } from "./sheet.ts"

export const BySheet = Closed({ id: Id, blatt: Choice([...SLUGS]) })

/** Empty unless it is asked for filled, and then with everything that the person may read, or only the one that is named. */
export const Version = Closed({
  ausgefuellt: Type.Optional(Choice(["1"])),
  nur: Type.Optional(Id),
})
export type Version = Static<typeof Version>

/** Null: the empty one, which is for every member of the cohort. */
export async function copiesOf(
  asked: Asked,
  cohortId: string,
  sheet: Sheet,
  { ausgefuellt, nur }: Version,
): Promise<Copy[] | null> {
  if (!ausgefuellt) return null
  const copies = await sheet.copies(asked, cohortId)
  const chosen = nur ? copies.filter(({ id }) => id === nur) : copies
  if (nur && chosen.length === 0) throw notFound()
  return chosen
}
