import { existsSync } from "node:fs"
import { join } from "node:path"
import type { KeyMark } from "./backup/index.ts"
import type { Config } from "./kernel/config.ts"
import { fingerprintOf, readKeyFile } from "./kernel/key-file.ts"

/** The keys of this installation, by what tells them apart. Keys themselves are in no backup: they would open it. */
export async function listKeys(config: Config): Promise<KeyMark[]> {
  const { dataDir, trial } = config
  const own = (name: string) => (trial ? join(dataDir, name) : null)
  const badges = config.badgeKeyFile ? await listBadges(config.badgeKeyFile) : []
  return [
    ...listFile("JOURNAL_KEY_FILE", config.journalKeyFile ?? own("journal.key")),
    ...listFile("PROVIDER_KEY_FILE", config.providerKeyFile ?? own("provider.key")),
    ...listFile("MAIL_IN_KEY_FILE", config.mailIn ? (config.mailIn.keyFile ?? own("mail-in.key")) : null),
    ...badges.map((id) => ({ setting: "BADGE_KEY_FILE", id, fingerprint: id })),
  ]
}

/** What is loaded for it takes a third of a backup's memory: only where there are badges. */
async function listBadges(file: string): Promise<string[]> {
  const { listBadgeKeys } = await import("./qualification/proof.ts")
  return listBadgeKeys(file)
}

function listFile(setting: string, file: string | null): KeyMark[] {
  if (!file || !existsSync(file)) return []
  const { keys, faults } = readKeyFile(file, setting)
  if (!keys) throw new Error(faults.join(" "))
  return [...keys.all.values()].map((key) => ({ setting, id: key.id, fingerprint: fingerprintOf(key) }))
}
