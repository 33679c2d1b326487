import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { type AddressInfo, connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Attribute, Change, Client } from "ldapts"
import { vi } from "vitest"
import { PATIENCE } from "./patience.ts"

const run = promisify(execFile)

export const BASE = "dc=amt,dc=example"
export const PEOPLE = `ou=Personen,${BASE}`
export const GROUPS = `ou=Gruppen,${BASE}`
/** May read, and is given so many entries only as it wants to be given. */
export const READER = { dn: `cn=leser,${BASE}`, password: "Lesen darf ich" }
/** The server gives this one three entries and then stops. */
export const LIMITED = { dn: `cn=wenig,${BASE}`, password: "Wenig darf ich" }
const ROOT = { dn: `cn=root,${BASE}`, password: "Alles darf ich" }
/** Self-signed for the loopback address, with its key in the same file. */
const CERTIFICATE = join(import.meta.dirname, "certificates/loopback.pem")

export type LdapServer = Awaited<ReturnType<typeof openLdapServer>>

/** An OpenLDAP of this test's own, on loopback and empty save for its accounts. Close it in `afterAll`. */
export async function openLdapServer() {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-ldap-"))
  const [plain, tls] = [await freePort(), await freePort()]
  const pem = await readFile(CERTIFICATE, "utf8")
  await mkdir(join(folder, "data"))
  await writeFile(join(folder, "slapd.conf"), configuration(folder))
  await writeFile(join(folder, "first.ldif"), FIRST)
  await run("slapadd", ["-f", join(folder, "slapd.conf"), "-l", join(folder, "first.ldif")], withSbin)
  const start = async () => {
    const listening = `ldap://127.0.0.1:${plain} ldaps://127.0.0.1:${tls}`
    const child = spawn("slapd", ["-f", join(folder, "slapd.conf"), "-h", listening, "-d", "0"], {
      ...withSbin,
      stdio: "ignore",
    })
    const ended = once(child, "exit")
    await vi.waitUntil(() => accepts(plain), { interval: 20, timeout: PATIENCE.once })
    return async () => {
      child.kill()
      await ended
    }
  }
  let stop = await start()
  const asRoot = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ url: `ldap://127.0.0.1:${plain}` })
    try {
      await client.bind(ROOT.dn, ROOT.password)
      return await work(client)
    } finally {
      await client.unbind()
    }
  }
  return {
    plain: `ldap://127.0.0.1:${plain}`,
    tls: `ldaps://127.0.0.1:${tls}`,
    authority: /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(pem)?.[0] ?? "",
    add: (dn: string, attributes: Record<string, string | string[]>) =>
      asRoot((client) => client.add(dn, attributes)),
    remove: (dn: string) => asRoot((client) => client.del(dn)),
    rename: (dn: string, to: string) => asRoot((client) => client.modifyDN(dn, to)),
    /** Sets attributes of an entry to these values. */
    set: (dn: string, attributes: Record<string, string[]>) =>
      asRoot((client) =>
        client.modify(
          dn,
          Object.entries(attributes).map(
            ([type, values]) =>
              new Change({ operation: "replace", modification: new Attribute({ type, values }) }),
          ),
        ),
      ),
    stop: () => stop(),
    start: async () => {
      stop = await start()
    },
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody with a password, as an entry. */
export const personEntry = (uid: string, over: Record<string, string | string[]> = {}) => ({
  objectClass: ["inetOrgPerson"],
  uid,
  cn: `${uid} Muster`,
  sn: "Muster",
  givenName: uid,
  displayName: `${uid} Muster`,
  mail: `${uid}@amt.example`,
  userPassword: `Kennwort von ${uid}`,
  ...over,
})

export const personName = (uid: string) => `uid=${uid},${PEOPLE}`
export const groupName = (cn: string) => `cn=${cn},${GROUPS}`

const withSbin = { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } }

const configuration = (folder: string) => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/nis.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile ${folder}/slapd.pid
argsfile ${folder}/slapd.args
modulepath /usr/lib/ldap
moduleload back_mdb.la
TLSCertificateFile ${CERTIFICATE}
TLSCertificateKeyFile ${CERTIFICATE}
database mdb
suffix "${BASE}"
rootdn "${ROOT.dn}"
rootpw "${ROOT.password}"
directory ${folder}/data
limits dn.exact="${LIMITED.dn}" size=3 size.prtotal=3
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${READER.dn}" read by dn.exact="${LIMITED.dn}" read by * none
`

const account = ({ dn, password }: { dn: string; password: string }) => `dn: ${dn}
objectClass: applicationProcess
objectClass: simpleSecurityObject
cn: ${/cn=([^,]+)/.exec(dn)?.[1]}
userPassword: ${password}
`

const FIRST = `dn: ${BASE}
objectClass: dcObject
objectClass: organization
dc: amt
o: Amt

${account(READER)}
${account(LIMITED)}
dn: ${PEOPLE}
objectClass: organizationalUnit
ou: Personen

dn: ${GROUPS}
objectClass: organizationalUnit
ou: Gruppen
`

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true))
    socket.once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
