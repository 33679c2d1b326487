import { execFileSync } from "node:child_process"
import { accessSync, constants, existsSync, readdirSync } from "node:fs"
import { delimiter, join } from "node:path"

/** The Nu HTML checker of the W3C, where `.ci/run` puts it; `VNU_JAR` names another. */
export const NU_JAR =
  process.env.VNU_JAR ?? join(import.meta.dirname, "../../build/vnu/node_modules/vnu-jar/build/dist/vnu.jar")

/** What nobody here wrote, by which things that leave the house are checked, and where Debian has it. */
const TOOLS = {
  /** Postfix and Dovecot, which want to be started by root; of Dovecot's two grammars the tests write the elder one. */
  mail: {
    packages: ["postfix", "dovecot-imapd", "dovecot-lmtpd"],
    required: "REQUIRE_MAIL",
    isThere: () =>
      process.getuid?.() === 0 && hasProgram("postfix") && hasProgram("dovecot") && isElderDovecot(),
  },
  /** Debian's OpenLDAP; any account can start it. */
  ldap: { packages: ["slapd"], required: "REQUIRE_LDAP", isThere: () => hasProgram("slapd") },
  /** Debian's PgBouncer, of whichever version. */
  pooler: { packages: ["pgbouncer"], required: "REQUIRE_POOLER", isThere: () => hasProgram("pgbouncer") },
  /** The virus scanner, with a signature of the tests instead of its own. */
  clamd: { packages: ["clamav-daemon"], required: "REQUIRE_CLAMD", isThere: () => hasProgram("clamd") },
  qpdf: { packages: ["qpdf"], required: "REQUIRE_TOOLS", isThere: () => hasProgram("qpdf") },
  pdfinfo: { packages: ["poppler-utils"], required: "REQUIRE_TOOLS", isThere: () => hasProgram("pdfinfo") },
  /** A library, asked by way of Python. */
  libical: {
    packages: ["libical3", "python3"],
    required: "REQUIRE_TOOLS",
    isThere: () => hasProgram("python3") && hasLibrary("libical.so.3"),
  },
  /** An older one than comes along; Debian's account for it is taken, which only root can. */
  postgresql: {
    packages: ["postgresql"],
    required: "REQUIRE_TOOLS",
    isThere: () => process.getuid?.() === 0 && debianPostgres() !== null,
  },
  nu: {
    packages: ["default-jre-headless", "(and vnu.jar, as in .ci/run)"],
    required: "REQUIRE_TOOLS",
    isThere: () => hasProgram("java") && existsSync(NU_JAR),
  },
}
export type Tool = keyof typeof TOOLS

export const hasTool = (tool: Tool) => TOOLS[tool].isThere()

const DEBIAN_POSTGRES = "/usr/lib/postgresql"

/** The folder with the programs of the newest PostgreSQL that Debian has installed here. */
export function debianPostgres(): string | null {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).map(Number) : []
  const newest = Math.max(...versions.filter((one) => one >= 15))
  return Number.isFinite(newest) ? join(DEBIAN_POSTGRES, String(newest), "bin") : null
}

const isElderDovecot = () => execFileSync("dovecot", ["--version"], { encoding: "utf8" }).startsWith("2.3.")

const hasProgram = (name: string) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].some(
    (folder) => folder && isExecutable(join(folder, name)),
  )

const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
const hasLibrary = (name: string) => LIBRARIES.some((folder) => existsSync(join(folder, name)))

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Once for a run: says what is left out, or stops where nothing may be left out. */
export default function setup(): void {
  const missing = Object.values(TOOLS).filter(({ isThere }) => !isThere())
  for (const [required, tools] of Map.groupBy(missing, (tool) => tool.required)) {
    const packages = tools.flatMap((tool) => tool.packages).join(" ")
    const how = `On Debian${required === "REQUIRE_MAIL" ? " 12, as root" : ""}: apt-get install ${packages}`
    if (process.env[required] === "1") throw new Error(`${required}=1, but something is missing. ${how}`)
    console.log(`${SKIPPED[required]} are skipped. ${how}`)
  }
}

const SKIPPED: Record<string, string> = {
  REQUIRE_TOOLS: "Some checks by outside programs",
  REQUIRE_MAIL: "Tests with a real mail server",
  REQUIRE_LDAP: "Tests with a real LDAP server",
  REQUIRE_POOLER: "Tests behind a real PgBouncer",
  REQUIRE_CLAMD: "Tests with a real virus scanner",
}
