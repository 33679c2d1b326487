import { existsSync } from "node:fs"

/** How single settings of the environment are read: each adds a sentence to `faults` for what cannot work. */

export function readUrl(env: NodeJS.ProcessEnv, name: string, protocols: string[], faults: string[]) {
  const value = env[name]?.trim()
  if (!value) return null
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  // The value may hold a password, so it is not repeated.
  faults.push(
    `${name} ist keine gültige Adresse: Sie muss mit ${protocols.map((p) => `${p}//`).join(" oder ")} beginnen.`,
  )
  return null
}

/** A list of servers, with commas between them; by https where nothing else stands before the name. */
export function readOrigins(env: NodeJS.ProcessEnv, name: string, faults: string[]): string[] {
  const entries = (env[name] ?? "").split(",").flatMap((entry) => entry.trim() || [])
  return entries.flatMap((entry) => {
    const written = /^https?:\/\//.test(entry) ? entry : `https://${entry}`
    const url = URL.canParse(written) ? new URL(written) : null
    if (
      url &&
      url.hostname !== "" &&
      written.replace(/\/$/, "").split("/").length === 3 &&
      !/[@?#*]/.test(written)
    )
      return url.origin
    faults.push(
      `${name} enthält „${entry}“: Erlaubt sind Namen von Servern wie intranet.example.org, auch mit http:// oder https:// davor und mit Port, ohne Pfad.`,
    )
    return []
  })
}

export function readFilePath(env: NodeJS.ProcessEnv, name: string, faults: string[]): string | null {
  const file = env[name]?.trim()
  if (!file) return null
  if (!existsSync(file)) faults.push(`${name}: Die Datei „${file}“ gibt es nicht.`)
  return file
}

export function readPort(env: NodeJS.ProcessEnv, name: string, otherwise: number | null, faults: string[]) {
  const value = env[name]?.trim()
  if (!value) return otherwise
  // With 0 the system would choose one, and nobody could say at which address people reach us.
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535) return Number(value)
  faults.push(`${name} ist „${value}“: Es muss eine Zahl von 1 bis 65535 sein.`)
  return otherwise
}

export function readSwitch(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: boolean,
  faults: string[],
): boolean {
  const value = env[name]?.trim()
  if (!value) return otherwise
  if (value !== "on" && value !== "off") faults.push(`${name} ist „${value}“: Erlaubt sind on und off.`)
  return value === "on"
}

/** In milliseconds. */
export function readSeconds(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  faults: string[],
): number {
  const value = env[name]?.trim()
  if (!value) return otherwise * 1000
  if (/^\d{1,4}(\.\d{1,3})?$/.test(value) && Number(value) > 0 && Number(value) <= 3600)
    return Math.round(Number(value) * 1000)
  faults.push(`${name} ist „${value}“: Es muss eine Zahl von Sekunden sein, größer als 0 und höchstens 3600.`)
  return otherwise * 1000
}

export function readMegabytes(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  faults: string[],
): number {
  const value = env[name]?.trim() || String(otherwise)
  if (!/^[1-9]\d{0,6}$/.test(value))
    faults.push(`${name} ist „${value}“: Es muss eine ganze Zahl von 1 bis 9999999 sein, in MB.`)
  return Number(value) * 1024 * 1024
}

/** One of these words; the first where nothing is said. */
export function readChoice<const T extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  choices: readonly [T, ...T[]],
  faults: string[],
): T {
  const value = env[name]?.trim()
  if (!value) return choices[0]
  const chosen = choices.find((choice) => choice === value)
  if (!chosen) faults.push(`${name} ist „${value}“: Erlaubt sind ${choices.join(" und ")}.`)
  return chosen ?? choices[0]
}

type Counted = { otherwise: number; least: number; most: number }

export function readCount(
  env: NodeJS.ProcessEnv,
  name: string,
  { otherwise, least, most }: Counted,
  faults: string[],
): number {
  const value = env[name]?.trim()
  if (!value) return otherwise
  const count = /^\d{1,9}$/.test(value) ? Number(value) : -1
  if (count < least || count > most)
    faults.push(`${name} ist „${value}“: Es muss eine ganze Zahl von ${least} bis ${most} sein.`)
  return count
}
