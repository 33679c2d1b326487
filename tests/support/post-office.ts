import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { appendFile, chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { ImapFlow } from "imapflow"
import { createTransport } from "nodemailer"
import { vi } from "vitest"
import type { Mailbox } from "../../server/kernel/mailbox.ts"
import { PATIENCE } from "./patience.ts"

const run = promisify(execFile)

/** Where mails to the forum arrive. */
export const FORUM = "forum@amt.example"
/** Mails to this domain are handed over to the forum (LMTP), at `handOver`. */
export const HANDED_OVER = "uebergabe.example"
const DOMAINS = ["amt.example", "example.org", HANDED_OVER]
const PASSWORD = "geheim"
/** Debian's `nobody`, whom the mailboxes belong to. */
const NOBODY = 65534

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** What a forum has to know of it, to send and to be written to. */
export const installedWith = (office: PostOffice) => ({
  smtpUrl: office.smtpUrl,
  mailFrom: `Fachforum <${FORUM}>`,
  mailIn: { address: FORUM, keyFile: null, authServer: null },
  mailbox: office.mailbox(FORUM),
})

type Options = {
  /** What the IMAP server says that it can do, where that is to be less than it can. */
  capability?: string
  /** The socket that mails to `HANDED_OVER` are handed over at. */
  handOver?: string
  /** Where the IMAP server asks whose a token is (RFC 7662), where it takes tokens beside passwords (XOAUTH2). */
  introspection?: string
}

/** A Postfix and a Dovecot of this test's own, on loopback, with accounts of their own. Close it in `afterAll`. */
export async function openPostOffice({ capability, handOver, introspection }: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-post-"))
  await chmod(folder, 0o755)
  const [imapPort, smtpPort] = [await freePort(), await freePort()]
  const dovecot = await startDovecot(folder, imapPort, { capability, introspection })
  const postfix = await startPostfix(folder, smtpPort, handOver)
  await until(() => accepts(smtpPort))
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`
  const transport = createTransport({ url: smtpUrl, ignoreTLS: true })
  const mailbox = (user: string): Mailbox => ({
    ...{ host: "127.0.0.1", port: imapPort, secure: false, user, password: PASSWORD, folder: "INBOX" },
  })
  const account = async (address: string) => {
    await appendFile(join(folder, "users"), `${address}:{PLAIN}${PASSWORD}::::::\n`)
    // Dovecot looks once a second whether its file of users has changed.
    await until(() => countMails(mailbox(address)).then(Boolean, () => false))
  }
  await account(FORUM)
  return {
    smtpUrl,
    mailbox,
    /** Whoever has none gets a delivery report. */
    account,
    send: (mail: Parameters<typeof transport.sendMail>[0]) => transport.sendMail(mail),
    /** Puts mails into the forum's mailbox, as many as there may be, as a delivering program does. */
    put: (mails: Buffer[]) => putIntoMaildir(join(folder, "mail", FORUM), mails),
    /** The mails of somebody's folder, as they are stored. */
    mails: (user: string, path = "INBOX") => listMails(mailbox(user), path),
    /** How many there are in each folder of somebody's. */
    counts: (user: string) => countMails(mailbox(user)),
    /** Puts forward what waits for another attempt. */
    flush: () => postfix.command("flush"),
    log: () => readFile(join(folder, "postfix.log"), "utf8").catch(() => ""),
    stopImap: dovecot.stop,
    startImap: dovecot.start,
    close: async () => {
      transport.close()
      await postfix.stop()
      await dovecot.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Also in hooks, where a test's own way of waiting is not to be had. */
const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { interval: 20, timeout: PATIENCE.once })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : 0
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true))
    socket.once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })

/** Dovecot 2.3; 2.4 has another grammar. */
async function startDovecot(folder: string, port: number, { capability, introspection }: Options) {
  const file = join(folder, "dovecot.conf")
  const tokens = join(folder, "dovecot-oauth2.conf")
  if (introspection)
    await writeFile(
      tokens,
      `introspection_mode = post
introspection_url = ${introspection}
username_attribute = username
active_attribute = active
active_value = true
`,
    )
  await writeFile(join(folder, "users"), "")
  await mkdir(join(folder, "mail"))
  await chown(join(folder, "mail"), NOBODY, NOBODY)
  await writeFile(
    file,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login${introspection ? " xoauth2" : ""}
${introspection ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${tokens}\n}` : ""}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%u
}
mail_location = maildir:~/Maildir
mail_fsync = never
${capability ? `imap_capability = ${capability}` : ""}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  unix_listener lmtp {
    mode = 0666
  }
}
`,
  )
  let child: ChildProcess | null = null
  let ended: Promise<unknown> = Promise.resolve()
  const leave = () => child?.kill("SIGTERM")
  process.once("exit", leave)
  const start = async () => {
    const started = spawn("dovecot", ["-F", "-c", file], { stdio: "ignore" })
    child = started
    ended = new Promise((resolve) => started.once("exit", resolve))
    await until(() => accepts(port))
  }
  await start()
  return {
    start,
    async stop() {
      process.off("exit", leave)
      leave()
      await ended
    },
  }
}

async function startPostfix(folder: string, port: number, handOver: string | undefined) {
  const config = join(folder, "postfix")
  const owner = Number((await run("id", ["-u", "postfix"])).stdout)
  for (const name of ["postfix", "queue", "data"]) await mkdir(join(folder, name))
  await chown(join(folder, "data"), owner, -1)
  const daemons = (await run("postconf", ["-dh", "daemon_directory"])).stdout.trim()
  await writeFile(
    join(config, "main.cf"),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
daemon_directory = ${daemons}
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = post.amt.example
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
disable_dns_lookups = yes
virtual_mailbox_domains = ${DOMAINS.join(", ")}
virtual_mailbox_maps = static:all
virtual_transport = lmtp:unix:${folder}/run/lmtp
transport_maps = ${handOver ? `inline:{ ${HANDED_OVER}=lmtp:unix:${handOver} }` : ""}
recipient_delimiter = +
default_transport = error:5.7.1 nothing leaves this machine
minimal_backoff_time = 1s
`,
  )
  await writeFile(join(config, "master.cf"), masterOf(port))
  const command = (name: string) => run("postfix", ["-c", config, name])
  const leave = () => execFileSync("postfix", ["-c", config, "stop"], { stdio: "ignore" })
  await command("start")
  process.once("exit", leave)
  return {
    command,
    async stop() {
      process.off("exit", leave)
      await command("stop")
    },
  }
}

/** Without a second root for each service (chroot), which would need files of the system in it. */
const masterOf = (port: number) =>
  [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    "pickup unix n - n 60 1 pickup",
    "cleanup unix n - n - 0 cleanup",
    "qmgr unix n - n 300 1 qmgr",
    "rewrite unix - - n - - trivial-rewrite",
    ...["bounce", "defer", "trace"].map((name) => `${name} unix - - n - 0 bounce`),
    "verify unix - - n - 1 verify",
    "flush unix n - n 1000? 0 flush",
    "proxymap unix - - n - - proxymap",
    "showq unix n - n - - showq",
    ...["error", "retry"].map((name) => `${name} unix - - n - - error`),
    "discard unix - - n - - discard",
    "lmtp unix - - n - - lmtp",
    "anvil unix - - n - 1 anvil",
    "postlog unix-dgram n - n - 1 postlogd",
    "",
  ].join("\n")

async function putIntoMaildir(home: string, mails: Buffer[]): Promise<void> {
  const maildir = join(home, "Maildir")
  for (const path of [home, maildir, ...["cur", "new", "tmp"].map((name) => join(maildir, name))]) {
    await mkdir(path, { recursive: true })
    await chown(path, NOBODY, NOBODY)
  }
  for (const [at, mail] of mails.entries()) {
    const file = join(maildir, "new", `${String(at).padStart(6, "0")}.${randomBytes(4).toString("hex")}.test`)
    await writeFile(file, mail)
    await chown(file, NOBODY, NOBODY)
  }
}

async function withImap<T>(mailbox: Mailbox, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { host, port, secure, user, password } = mailbox
  const client = new ImapFlow({ host, port, secure, auth: { user, pass: password ?? "" }, logger: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

const listMails = (mailbox: Mailbox, path: string) =>
  withImap(mailbox, async (client) => {
    const { exists } = await client.mailboxOpen(path)
    if (exists === 0) return []
    const mails = await client.fetchAll("1:*", { source: true })
    return mails.map(({ source }) => source?.toString("utf8") ?? "")
  })

const countMails = (mailbox: Mailbox) =>
  withImap(mailbox, async (client) => {
    const folders = await client.list({ statusQuery: { messages: true } })
    return Object.fromEntries(folders.map(({ path, status }) => [path, status?.messages ?? 0]))
  })
