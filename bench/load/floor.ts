import Fastify from "fastify"
import pg from "pg"
import { Type } from "typebox"

/**
 * What the same machine can do at best: a bare route, one prepared statement for the posts of a thread, serialised by
 * schema; and one prepared insert. Started as a process of its own, as the program is.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = Fastify()
const Post = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  version: Type.Integer(),
  created_at: Type.String(),
  html: Type.Object({ body: Type.String() }),
  author: Type.String(),
})
const READ = `select p.id, p.kind, p.version, p.created_at::text, p.html, a.display_name as author
  from posts p join people a on a.id = p.author_id where p.thread_id = $1 order by p.id limit 20`
app.get<{ Params: { id: string } }>(
  "/thread/:id",
  { schema: { response: { 200: Type.Object({ items: Type.Array(Post) }) } } },
  async ({ params }) => {
    const { rows } = await pool.query({ name: "read", text: READ, values: [params.id] })
    return { items: rows }
  },
)
const WRITE = `insert into bench_floor (thread_id, body) values ($1, $2) returning id`
app.post<{ Body: { threadId: string; body: string } }>(
  "/write",
  { schema: { response: { 201: Type.Object({ id: Type.String() }) } } },
  async ({ body }, reply) => {
    const { rows } = await pool.query({ name: "write", text: WRITE, values: [body.threadId, body.body] })
    return reply.code(201).send(rows[0])
  },
)
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) })
