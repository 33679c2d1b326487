import type { Db } from "../kernel/database.ts"
import type { Engine, Source } from "./model.ts"
import { takeUp, whileNobodyBuilds, whileNobodyWrites } from "./take-up.ts"

const BATCH = 250

type Options = {
  /** Aborted: stops after the batch, and the next call goes on from there. */
  signal?: AbortSignal | undefined
  /** Told at the start and after each batch up to which id it is built; null: nothing yet. */
  progress?: (reached: string | null) => void
}

/**
 * Builds an engine's index beside the live one and puts it in its place. Searching and writing go on; changes reach
 * both, and are handed over between the batches.
 * @returns "elsewhere": another process is at it
 */
export async function buildIndex(
  db: Db,
  source: Source,
  engine: Engine,
  options: Options = {},
): Promise<"built" | "stopped" | "elsewhere"> {
  const outcome = await whileNobodyBuilds(db, engine, () => build(db, source, engine, options))
  return outcome ?? "elsewhere"
}

async function build(db: Db, source: Source, engine: Engine, { signal, progress }: Options) {
  const rebuild = await engine.rebuild()
  let reached = rebuild.reached
  progress?.(reached)
  while (!signal?.aborted) {
    while (await takeUp(db, source, engine));
    const ids = await whileNobodyWrites(db, engine, async () => {
      const batch = await source.list(db, reached, BATCH)
      if (batch.length > 0) await rebuild.write(await source.find(db, batch))
      else await rebuild.finish()
      return batch
    })
    const last = ids.at(-1)
    if (last === undefined) return "built"
    reached = last
    progress?.(reached)
  }
  return "stopped"
}
