import type pg from "pg"
import { signIn } from "../load/candidates.ts"
import type { Forum } from "../load/generate.ts"

export type Member = { id: string; cookie: string }
export type Crowd = {
  /** How many people follow something. */
  people: number
  categories: { id: string; followers: number }[]
  /** Who asks and answers: they follow no category. */
  writers: Member[]
  /** Followers who are signed in; each follows the category of its place. */
  watchers: Member[]
  /** Threads whose page is measured. */
  threads: string[]
}

type Size = { people: number; each: number }

const WRITERS = 20
const ROLE = "{clerk}"

/** Fills the forum up with people, where it has fewer, each of whom follows so many of its categories. */
export async function addCrowd(pool: pg.Pool, forum: Forum, { people, each }: Size): Promise<Crowd> {
  await pool.query("create extension if not exists pg_stat_statements")
  const writers = forum.people.slice(0, WRITERS)
  await pool.query(
    `with made as (
       insert into people (id, display_name, email, roles, created_at)
       select gen_random_uuid(), 'Folgt ' || n, 'folgt' || n || '@example.org', $1, now()
       from generate_series(1, $2::int) n returning id)
     insert into memberships (person_id, department_id)
     select id, ($3::uuid[])[1 + abs(hashtext(id::text)) % cardinality($3::uuid[])] from made`,
    [ROLE, Math.max(0, people - forum.people.length + WRITERS), forum.departments],
  )
  await pool.query(
    `insert into follows (id, person_id, category_id, level)
     select gen_random_uuid(), p.id, c.id, 'all' from people p cross join lateral (
       select id from categories where kind = 'questions' and audience = 'all' and archived_at is null
       order by md5(p.id::text || id::text) limit $1) c
     where p.id <> all($2::uuid[])`,
    [each, writers],
  )
  const { rows: categories } = await pool.query<Crowd["categories"][number]>(
    `select category_id as id, count(*)::int as followers from follows
     where category_id is not null group by 1 order by 1`,
  )
  // Of each category another one: a person may hold only so many connections.
  const { rows: first } = await pool.query<{ id: string }>(
    `select distinct on (category_id) person_id as id from follows where category_id is not null
     order by category_id, md5(category_id::text || person_id::text)`,
  )
  const { rows: following } = await pool.query<{ people: number }>(
    "select count(distinct person_id)::int as people from follows",
  )
  await pool.query("vacuum analyze")
  const cookies = await signIn(pool, [...writers, ...first.map(({ id }) => id)])
  const members = [...writers, ...first.map(({ id }) => id)].map((id, at) => {
    return { id, cookie: cookies[at]?.cookie ?? "" }
  })
  return {
    people: following[0]?.people ?? 0,
    categories,
    writers: members.slice(0, WRITERS),
    watchers: members.slice(WRITERS),
    threads: forum.measured,
  }
}
