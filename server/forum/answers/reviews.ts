import { and, gt, isNull, lte, sql } from "drizzle-orm"
import { memberships, people } from "../../accounts/index.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { tellEach } from "../../notifications/index.ts"
import { follows, tagKey } from "../follows/tables.ts"
import { isCurrent } from "../loading.ts"
import { answers, categories, categoryDepartments, posts, threads } from "../tables.ts"

const DAYS_AHEAD = 14

/** The timed job: two weeks before an official answer is to be reviewed its department is told, once for each date. */
export async function tellComingReviews(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const coming = await tx
      .update(answers)
      .set({ reviewToldFor: sql`${answers.reviewDate}` })
      .where(
        and(
          gt(answers.reviewDate, today()),
          lte(answers.reviewDate, addDays(today(), DAYS_AHEAD)),
          sql`${answers.reviewToldFor} is distinct from ${answers.reviewDate}`,
          isNull(answers.needsReviewSince),
          isCurrent,
        ),
      )
      .returning({ id: answers.id })
    const ids = coming.map(({ id }) => id)
    await tellReviewers(tx, "forum.review-soon", ids)
  })
}

type Told = { personId: string; subjectId: string; groupId: string }

/**
 * Puts these answers into the inboxes of those who answer for their departments, however many fall due on one day.
 * Whoever does not see an answer, or muted where it stands, is not told of it.
 */
export async function tellReviewers(
  tx: Tx,
  notice: "forum.review-soon" | "forum.review-due",
  answerIds: string[],
): Promise<void> {
  if (answerIds.length === 0) return
  const { rows } = await tx.execute<Told>(sql`
    select m.person_id as "personId", a.id as "subjectId", a.question_id as "groupId"
    from ${answers} a join ${posts} p on p.id = a.id join ${posts} q on q.id = a.question_id
      join ${threads} t on t.id = a.question_id join ${categories} c on c.id = t.category_id
      join ${memberships} m on m.department_id = a.official_id join ${people} one on one.id = m.person_id
    where a.id = any(${sql.param(answerIds)}::uuid[]) and one.active and 'specialist' = any(one.roles)
      and p.hidden_at is null and p.withdrawn_at is null and q.hidden_at is null
      and (c.audience = 'all' or c.responsible_id = a.official_id or exists (select 1 from ${categoryDepartments} listed
        where listed.category_id = c.id and listed.department_id = a.official_id))
      and not exists (select 1 from ${follows} where person_id = m.person_id and level = 'muted'
        and (thread_id = t.id or category_id in (c.id, c.parent_id) or (tag is not null
          and ${tagKey(sql`tag`)} in (select ${tagKey(sql`own.tag`)} from unnest(t.tags) as own(tag)))))`)
  await tellEach(tx, notice, rows)
}
