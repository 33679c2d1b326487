import { MeilisearchError } from "meilisearch"
import type { Db } from "../kernel/database.ts"
import { ENGINE_NAMES, type Engine, type Source } from "./model.ts"
import { measureExtent, showProgress } from "./progress.ts"
import { buildIndex } from "./rebuild.ts"
import { compareIndex } from "./verify.ts"

type Parts = { db: Db; source: Source; engines: Engine[]; say: (line: string) => void }

/** A sentence for the operator. */
export class CommandFault extends Error {}

/** The engine that is named, or all that are set up; throws a sentence where it is not. */
export function chooseEngines(engines: Engine[], name: string | undefined): Engine[] {
  if (name === undefined) return engines
  const chosen = engines.filter((engine) => engine.name === name)
  if (chosen.length > 0) return chosen
  const isKnown = ENGINE_NAMES.some((each) => each === name)
  throw new CommandFault(
    isKnown
      ? `${name} ist nicht eingerichtet: MEILI_URL fehlt.`
      : `Eine Suchmaschine „${name}“ gibt es nicht; möglich sind ${ENGINE_NAMES.join(" und ")}.`,
  )
}

/** @returns whether every index was built; what was stopped goes on with the next call */
export async function reindex(parts: Parts, signal: AbortSignal): Promise<boolean> {
  const { db, source, engines, say } = parts
  for (const engine of engines) {
    say(`Der Suchindex (${engine.name}) wird neben dem laufenden neu aufgebaut.`)
    const progress = showProgress(await measureExtent(db, source), process.stdout)
    const options = { signal, progress: progress.reached }
    const outcome = await explained(engine, buildIndex(db, source, engine, options).finally(progress.end))
    say(OUTCOMES[outcome])
    if (outcome !== "built") return false
  }
  return true
}

const OUTCOMES = {
  built: "Der neue Index ist fertig und ersetzt den bisherigen.",
  stopped: "Angehalten. Der bisherige Index gilt weiter; ein neuer Aufruf macht dort weiter.",
  elsewhere: "Ein anderer Prozess baut diesen Index gerade auf.",
}

/** @returns whether every index holds what the database has */
export async function verifyIndex({ db, source, engines, say }: Parts): Promise<boolean> {
  let equal = true
  for (const engine of engines) {
    const found = await explained(engine, compareIndex(db, source, engine))
    say(`${engine.name}: ${found.inDatabase} Beiträge in der Datenbank, ${found.inIndex} im Index.`)
    if (found.waiting > 0) say(`  Noch zu übernehmende Änderungen: ${found.waiting}.`)
    if (found.missing > 0)
      say(`  Im Index fehlen ${found.missing}: ${named(found.missing, found.missingIds)}`)
    if (found.extra > 0) say(`  Im Index zu viel sind ${found.extra}: ${named(found.extra, found.extraIds)}`)
    if (found.missing + found.extra > 0) equal = false
    else say("  Beide Seiten sind gleich.")
  }
  return equal
}

const named = (all: number, ids: string[]) => ids.join(", ") + (all > ids.length ? ", …" : "")

/** A server that is not there is no bug of ours. */
async function explained<T>({ name }: Engine, work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    if (!(error instanceof MeilisearchError)) throw error
    const { cause } = error
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause : cause) : error
    throw new CommandFault(`${name} antwortet nicht, wie es soll: ${reason.message}`)
  })
}
