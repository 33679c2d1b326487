import { Ajv } from "ajv"
import { type Static, Type } from "typebox"
import { BackupFault } from "./fault.ts"

/**
 * The archive is a tar file: `manifest.json`, the rows of each table, the jobs, the files, `contents.json`, with sums in
 * between. `docs/operation.md` describes it for whoever has to read one without this program; what changes here is
 * changed there, and counts the format up where an earlier program would misread it.
 */
export const FORMAT = 1

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

/** A key that is needed to read what is restored; the key itself is in no backup. */
export type KeyMark = Static<typeof KeyMark>
const KeyMark = Type.Object({
  /** The setting that names its file. */
  setting: Text,
  id: Text,
  /** Tells whether two keys are the same, and nothing else about them. */
  fingerprint: Text,
})

/** The first entry: what is restored into what. */
export type Manifest = Static<typeof Manifest>
const Manifest = Type.Object({
  format: Type.Literal(FORMAT),
  program: Text,
  createdAt: Text,
  installation: Text,
  postgres: Type.Integer(),
  /** The migrations that the database had, by the time that drizzle knows them by. */
  migrations: Type.Array(Type.Object({ hash: Text, at: Type.Integer() }), { minItems: 1 }),
  tables: Type.Array(Type.Object({ name: Text, columns: Type.Array(Text, { minItems: 1 }) })),
  sequences: Type.Array(Type.Object({ name: Text, value: Text, isCalled: Type.Boolean() })),
  /** Of the jobs that wait. */
  queues: Type.Array(Text),
  keys: Type.Array(KeyMark),
})

/** The last entry but for sums: what a whole backup must hold. */
export type Contents = Static<typeof Contents>
const Contents = Type.Object({
  /** How many rows each table has. */
  tables: Type.Record(Text, Count),
  jobs: Count,
  files: Count,
  /** Files that the database names and that could not be read any more. */
  missing: Type.Array(Text),
})

const ajv = new Ajv({ strict: false })
const isManifest = ajv.compile<Manifest>(Manifest)
const isContents = ajv.compile<Contents>(Contents)

export const MANIFEST = "manifest.json"
export const CONTENTS = "contents.json"

/** Of a newer format nothing but its number is believed. */
export function readManifest(bytes: Buffer): Manifest {
  const read = parse(bytes, MANIFEST)
  if (isNewer(read))
    throw new BackupFault(
      "Diese Sicherung hat ein Format, das dieses Programm noch nicht kennt. Nehmen Sie die Version, die sie gemacht hat, oder eine neuere.",
    )
  if (!isManifest(read)) throw unreadable(MANIFEST)
  return read
}

export function readContents(bytes: Buffer): Contents {
  const read = parse(bytes, CONTENTS)
  if (!isContents(read)) throw unreadable(CONTENTS)
  return read
}

export const toBytes = (content: Manifest | Contents): Buffer =>
  Buffer.from(`${JSON.stringify(content, null, 2)}\n`, "utf8")

function parse(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"))
  } catch {
    throw unreadable(name)
  }
}

const isNewer = (read: unknown): boolean =>
  typeof read === "object" &&
  read !== null &&
  "format" in read &&
  typeof read.format === "number" &&
  read.format > FORMAT

const unreadable = (name: string) => new BackupFault(`${name} in der Sicherung ist nicht lesbar.`)

/** What stands in the archive in several pieces, so that none has to be in memory as a whole. */
export type Series = { kind: "tables" | "files"; name: string } | { kind: "jobs"; name: "" }

/** Rows are packed; files are pictures and documents, which are so already. */
export const isPacked = ({ kind }: Series): boolean => kind !== "files"

export function pieceName(series: Series, number: number): string {
  const { kind, name } = series
  const end = isPacked(series) ? `${number}.gz` : String(number)
  return kind === "jobs" ? `jobs/${end}` : `${kind}/${name}/${end}`
}

const PIECE = /^(?:(tables)\/([a-z0-9_]+)|(jobs)|(files)\/([0-9a-f-]{36}))\/([1-9]\d*)(\.gz)?$/

/** Null for what is no piece of anything. */
export function pieceOf(entry: string): { series: Series; number: number } | null {
  const [, tables, table, jobs, files, key, number] = PIECE.exec(entry) ?? []
  const found = { number: Number(number) }
  if (tables && table) return { series: { kind: "tables", name: table }, ...found }
  if (jobs) return { series: { kind: "jobs", name: "" }, ...found }
  if (files && key) return { series: { kind: "files", name: key }, ...found }
  return null
}

export const sameSeries = (one: Series, other: Series): boolean =>
  one.kind === other.kind && one.name === other.name

/** For sentences. */
export function nameOf({ kind, name }: Series): string {
  if (kind === "jobs") return "Aufträge"
  return kind === "tables" ? `Tabelle ${name}` : `Datei ${name}`
}
