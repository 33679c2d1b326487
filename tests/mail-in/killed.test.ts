import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { count, countDistinct, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { posts } from "../../server/forum/tables.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { mailAttempts, mailboxReader } from "../../server/kernel/tables.ts"
import { replyAddress } from "../../server/notifications/index.ts"
import { ask, openTown, type Town } from "../forum/town.ts"
import { FORUM, openPostOffice, type PostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"
import { openWorld } from "../support/world.ts"
import { rawMail } from "./mails.ts"

const MAILS = 500
/** So many posts are there at least when the process is killed, each time another one. */
const KILLED_AT = [120, 300]

let town: Town
let office: PostOffice
let reading: ChildProcess | null = null

/** A process of its own that reads; killed at any moment, it leaves what it was doing as it was. */
function startReading(): ChildProcess {
  const env = { ...process.env, INSTALLATION: JSON.stringify({ config: town.config, databaseUrl: town.url }) }
  const program = join(import.meta.dirname, "reader-process.ts")
  return spawn(process.execPath, ["--import", "tsx", program], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  })
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit")
  child.kill("SIGKILL")
  await ended
}

describe.skipIf(!hasTool("mail"))("a mailbox with five hundred mails", () => {
  beforeAll(async () => {
    office = await openPostOffice()
    const mailIn = { address: FORUM, keyFile: null, authServer: null }
    const limits = { ...readConfig({}).limits, mailsPerPerson: 2 * MAILS }
    town = await openTown(openWorld({ mailIn, mailbox: office.mailbox(FORUM), limits }))
  })
  afterAll(async () => {
    if (reading) await kill(reading)
    await town.close()
    await office.close()
  })

  it("posts each of them exactly once, although the process is killed in the middle, again and again", async () => {
    const { mueller, vogt } = town.people
    const question = await ask(mueller, town.categories.open)
    const to = replyAddress(town.config, vogt.id, question) ?? ""
    await office.put(
      Array.from({ length: MAILS }, (_, at) =>
        rawMail({
          from: vogt.email,
          to,
          messageId: `<${at}@example.org>`,
          parts: [{ type: "text/plain", content: `Punkt ${at + 1}: Das sehen wir genauso.` }],
        }),
      ),
    )
    const answers = eq(posts.authorId, vogt.id)
    const countPosts = async () => (await town.db.select({ n: count() }).from(posts).where(answers))[0]?.n
    for (const most of KILLED_AT) {
      reading = startReading()
      await expect.poll(countPosts).toBeGreaterThanOrEqual(most)
      await kill(reading)
      expect(await countPosts()).toBeLessThan(MAILS)
      // As though the minute had passed for which it is still believed to be reading.
      await town.db.update(mailboxReader).set({ heldUntil: new Date(0) })
    }
    reading = startReading()
    await expect
      .poll(() => office.counts(FORUM), { interval: 500 })
      .toMatchObject({ INBOX: 0, "Fachforum.erledigt": MAILS })
    const [found] = await town.db
      .select({ all: count(), different: countDistinct(posts.text) })
      .from(posts)
      .where(answers)
    expect(found).toEqual({ all: MAILS, different: MAILS })
    expect(await town.db.select().from(mailAttempts)).toEqual([])
  })
})
