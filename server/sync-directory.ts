import { parseArgs } from "node:util"
import { unbuiltAssets } from "../web/build.ts"
import {
  LDAP_FAULT_WORDS,
  type LdapDirectory,
  listLdapDirectories,
  type Plan,
  previewSync,
  syncDirectory,
  syncFault,
} from "./accounts/index.ts"
import { buildApp } from "./app.ts"
import { StartFault } from "./database-source.ts"
import { readConfig } from "./kernel/config.ts"

type Say = (line: string) => void
type Parts = Parameters<typeof syncDirectory>[0]

/** Takes over the directories that are read, or says what that would do. Ends with a fault where one of them could not be. */
export async function syncByCommand(url: string, args: string[], say: Say): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { "dry-run": { type: "boolean" }, anyway: { type: "boolean" }, name: { type: "string" } },
  })
  const assets = unbuiltAssets("/")
  const built = await buildApp({ config: readConfig(process.env), databaseUrl: url, assets, logger: null })
  try {
    const all = await listLdapDirectories(built.parts.db)
    const chosen = all.filter(({ name }) => values.name === undefined || values.name === name)
    if (chosen.length === 0) throw new StartFault("Ein solches Verzeichnis ist nicht eingetragen.")
    const how = { dry: values["dry-run"] === true, anyway: values.anyway === true }
    const faults: string[] = []
    for (const directory of chosen) {
      const fault = await syncOne(built.parts, directory, how, say)
      if (fault) faults.push(`${directory.name}: ${fault}`)
    }
    if (faults.length > 0) throw new StartFault(faults.join("\n"))
  } finally {
    await built.stop()
  }
}

/** @returns what kept it from being taken over, as a sentence */
async function syncOne(
  parts: Parts,
  { id, name }: LdapDirectory,
  { dry, anyway }: { dry: boolean; anyway: boolean },
  say: Say,
): Promise<string | null> {
  if (dry) {
    const { plan, fault } = await previewSync(parts, id)
    if (plan) tell(name, plan, say)
    return fault && LDAP_FAULT_WORDS.de[fault]
  }
  try {
    tell(name, await syncDirectory(parts, id, { actor: null, anyway }), say)
    return null
  } catch (error) {
    const fault = syncFault(error)
    if (!fault) throw error
    return LDAP_FAULT_WORDS.de[fault]
  }
}

function tell(name: string, { added, changed, gone, same, skipped }: Plan, say: Say): void {
  for (const { displayName, email } of added) say(`  neu: ${displayName} <${email}>`)
  for (const { displayName, email, changes } of changed)
    say(`  geändert: ${displayName} <${email}> (${changes.join(", ")})`)
  for (const { displayName, email } of gone) say(`  ohne Zugang: ${displayName} <${email}>`)
  for (const { who, why } of skipped) say(`  nicht oder nicht ganz übernommen: ${who} (${why})`)
  const counts = [added, changed, gone, same].map(({ length }) => length)
  say(`${name}: ${counts[0]} neu, ${counts[1]} geändert, ${counts[2]} ohne Zugang, ${counts[3]} unverändert.`)
}
