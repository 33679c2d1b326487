import { and, gte, lte, sql } from "drizzle-orm"
import { readInstallation } from "../../accounts/index.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { today } from "../../kernel/time.ts"
import { lastDayWithin } from "../../kernel/workdays.ts"
import { loadStanding } from "../loading.ts"
import { questions } from "../tables.ts"
import { tellDepartment } from "../telling.ts"

const WORKDAYS_AHEAD = 2

/** The timed job: two working days before an answer is wanted, its department is told, once for each date. */
export async function tellWanted(db: Db): Promise<void> {
  const { land } = await readInstallation(db)
  const latest = lastDayWithin(today(), WORKDAYS_AHEAD, land)
  await transact(db, async (tx) => {
    const due = await tx
      .update(questions)
      .set({ wantedToldFor: sql`${questions.wantedBy}` })
      .where(
        and(
          isOwed,
          gte(questions.wantedBy, today()),
          lte(questions.wantedBy, latest),
          sql`${questions.wantedToldFor} is distinct from ${questions.wantedBy}`,
        ),
      )
      .returning({ id: questions.id })
    for (const { id } of due) {
      const standing = await loadStanding(tx, id)
      if (standing && !standing.place.archived) await tellDepartment(tx, "forum.wanted-soon", id, standing)
    }
  })
}

/** In the words of the index that holds these alone. */
const isOwed = sql`not ${questions.gone} and ${questions.state} in ('open', 'in-progress', 'asked-back')`
