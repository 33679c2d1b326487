import { discardOwnData } from "../own-data/actions.ts"
import type { LeavingPart } from "./parts.ts"

/** What the accounts themselves keep in files. */
export const accountsLeaving: LeavingPart = {
  leave: ({ db, files }, { id }) => discardOwnData({ db, files }, id),
}
