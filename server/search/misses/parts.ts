import type { Actor } from "../../kernel/actor.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import type { FindPersonalData } from "./wording.ts"

export type CategoryName = { id: string; name: string; kind: "questions" | "best-practices" }

/** What this part of the module is given by `app.ts`. */
export type MissParts = {
  db: Db
  findPersonalData: FindPersonalData
  /** The categories that the person answers for, and reads; those that no department answers for included. */
  answeredCategories(reader: Reader, actor: Actor): Promise<CategoryName[]>
}
