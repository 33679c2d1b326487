import { eq, isNull, lt, sql } from "drizzle-orm"
import { type Db, type Reader, type Tx, transact } from "./database.ts"
import { Refusal } from "./errors.ts"
import { enqueue, type Jobs } from "./jobs.ts"
import { unrendered } from "./markdown.ts"
import { renderings } from "./tables.ts"
import { now } from "./time.ts"

/** Counts up whenever the grammar gives other HTML for the same text: what is stored is then rendered anew. */
const RENDERER = 6

/** Texts of one kind that are stored beside their HTML. Each module says how its own are rendered. */
export type RenderedTexts = {
  kind: string
  count(reader: Reader): Promise<number>
  /**
   * Renders the next ones behind `after` in the order of their ids and writes nothing but HTML: no version, no date.
   * Each row is locked, so that nobody's change is lost.
   * @returns null where there are no more
   */
  renew(tx: Tx, after: string, most: number): Promise<Batch | null>
}
type Batch = { last: string; done: number; kept: string[] }
export type Progress = typeof renderings.$inferSelect

const QUEUE = "kernel.rendering"
const BATCH = 50
/** After that a job makes room for others, and a stop of the server has not long to wait. */
const RUN_MS = 3_000

/**
 * After a new grammar what is stored is rendered anew, in the background and in short transactions: people read and
 * write meanwhile. A stop leaves it where it is; the next start goes on.
 * @param report is called with the texts that keep their HTML, by kind and id
 */
export function openRendering(
  jobs: Jobs,
  db: Db,
  texts: readonly RenderedTexts[],
  report: (kept: string) => void,
): { start(): Promise<void> } {
  jobs.declare(QUEUE, async () => {
    const end = performance.now() + RUN_MS
    const outcome = await renewTexts(db, texts, report, () => performance.now() < end)
    if (outcome === "stopped") await transact(db, (tx) => enqueue(tx, QUEUE, {}))
  })
  return {
    start: () =>
      transact(db, async (tx) => {
        await noteRendering(tx, texts)
        const [open] = await tx
          .select({ kind: renderings.kind })
          .from(renderings)
          .where(isNull(renderings.finishedAt))
          .limit(1)
        if (open) await enqueue(tx, QUEUE, {})
      }),
  }
}

/** Notes what is to be done since the last grammar; what is noted already goes on where it was. */
export async function noteRendering(tx: Tx, texts: readonly RenderedTexts[]): Promise<void> {
  for (const { kind, count } of texts) {
    const [noted] = await tx.select().from(renderings).where(eq(renderings.kind, kind))
    if (noted && noted.renderer >= RENDERER) continue
    const total = await count(tx)
    const values = {
      renderer: RENDERER,
      after: "",
      total,
      done: 0,
      kept: 0,
      finishedAt: total === 0 ? now() : null,
    }
    await tx
      .insert(renderings)
      .values({ kind, ...values })
      .onConflictDoUpdate({
        target: renderings.kind,
        set: values,
        setWhere: lt(renderings.renderer, RENDERER),
      })
  }
}

/**
 * Renders batch after batch until nothing is left or `mayGoOn` says no.
 * @returns `busy` when another process is at what is left, `paused` when an operator stopped it
 */
export async function renewTexts(
  db: Db,
  texts: readonly RenderedTexts[],
  report: (kept: string) => void,
  mayGoOn: () => boolean,
  most = BATCH,
): Promise<"finished" | "stopped" | "busy" | "paused"> {
  let state: "finished" | "busy" | "paused" = "finished"
  for (const one of texts) {
    for (;;) {
      if (!mayGoOn()) return "stopped"
      const outcome = await transact(db, (tx) => renewBatch(tx, one, report, most))
      if (outcome === "more") continue
      if (outcome !== "finished") state = outcome
      break
    }
  }
  return state
}

type Outcome = "more" | "finished" | "busy" | "paused"

/** One process at a time per kind: the row of its progress is locked as long as the batch takes. */
async function renewBatch(
  tx: Tx,
  texts: RenderedTexts,
  report: (kept: string) => void,
  most: number,
): Promise<Outcome> {
  const own = eq(renderings.kind, texts.kind)
  const [progress] = await tx.select().from(renderings).where(own).for("update", { skipLocked: true })
  if (!progress) return "busy"
  else if (progress.finishedAt) return "finished"
  else if (progress.pausedAt) return "paused"
  const batch = await texts.renew(tx, progress.after, most)
  if (!batch) {
    await tx.update(renderings).set({ finishedAt: now() }).where(own)
    return "finished"
  }
  for (const id of batch.kept) report(`${texts.kind} ${id}`)
  await tx
    .update(renderings)
    .set({
      after: batch.last,
      done: sql`${renderings.done} + ${batch.done}`,
      kept: sql`${renderings.kept} + ${batch.kept.length}`,
    })
    .where(own)
  return "more"
}

export async function listRenderings(reader: Reader): Promise<Progress[]> {
  const rows = await reader.select().from(renderings)
  return rows.sort((one, other) => (one.kind < other.kind ? -1 : 1))
}

/** Stops the background at the end of its batch, on every process, until it is released again. */
export async function pauseRendering(tx: Tx, isPaused: boolean): Promise<void> {
  await tx
    .update(renderings)
    .set({ pausedAt: isPaused ? now() : null })
    .where(isNull(renderings.finishedAt))
}

/**
 * One batch of rows that are addressed by an id.
 * @param renew writes the HTML of one row, and says whether all of it could be made
 */
export async function renewRows<Row extends { id: string }>(
  rows: Row[],
  renew: (row: Row) => Promise<boolean>,
): Promise<Batch | null> {
  const kept: string[] = []
  for (const row of rows) if (!(await renew(row))) kept.push(row.id)
  const last = rows.at(-1)
  return last ? { last: last.id, done: rows.length, kept } : null
}

/** What the grammar of today makes of a stored text; null where it refuses or fails, and the HTML stays. */
export function renewed<T>(render: () => T): T | null {
  let isRendered = true
  const note = () => {
    isRendered = false
  }
  unrendered.subscribe(note)
  try {
    const html = render()
    return isRendered ? html : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  } finally {
    unrendered.unsubscribe(note)
  }
}
