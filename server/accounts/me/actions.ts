import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Db } from "../../kernel/database.ts"
import { people } from "../tables.ts"
import type { MyChange } from "./schema.ts"

/** Name, address, departments and roles are the administration's; language and mails are one's own. */
export async function changeMe(db: Db, actor: Actor, input: MyChange): Promise<void> {
  await db.update(people).set(input).where(eq(people.id, actor.id))
}
