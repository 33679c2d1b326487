import { execFile } from "node:child_process"
import { createHash, randomBytes, randomUUID } from "node:crypto"
import dns from "node:dns"
import { once } from "node:events"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { promisify } from "node:util"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { findBucketFault } from "../../server/kernel/bucket-check.ts"
import { listAll } from "../../server/kernel/file-move.ts"
import { withFormer } from "../../server/kernel/file-places.ts"
import { openFileQuota } from "../../server/kernel/file-quota.ts"
import type { Bucket } from "../../server/kernel/file-settings.ts"
import { type FileStore, fileSystemStore } from "../../server/kernel/file-store.ts"
import { s3Store } from "../../server/kernel/s3-store.ts"
import { openS3Server, type S3Server } from "../support/s3-server.ts"

const quota = openFileQuota(1, [])
const md5 = (bytes: Buffer) => createHash("md5").update(bytes).digest("hex")
const text = (content: string) => Buffer.from(content)

type Place = { store: FileStore; close: () => Promise<unknown> }

async function openDisk(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), "fachforum-store-"))
  return { store: fileSystemStore(root, quota), close: () => rm(root, { recursive: true }) }
}

async function openBucket(domain?: string): Promise<Place> {
  const server = await openS3Server(domain ? { domain } : {})
  return { store: s3Store(server.bucket, quota), close: server.close }
}

/** Every name leads to this machine. */
function knowAllNames(): void {
  const lookup = (_name: string, options: { all?: boolean }, tell: (...told: unknown[]) => void) =>
    options.all ? tell(null, [{ address: "127.0.0.1", family: 4 }]) : tell(null, "127.0.0.1", 4)
  vi.spyOn(dns, "lookup").mockImplementation(lookup as unknown as typeof dns.lookup)
}

/** A service of yours, as the settings name it; what is in the bucket is deleted. */
const given = process.env.TEST_S3 ? (JSON.parse(process.env.TEST_S3) as Bucket) : null

const PLACES: Record<string, () => Promise<Place>> = {
  "the disk": openDisk,
  "a bucket in the path": () => openBucket(),
  "a bucket in the name of the host": () => {
    knowAllNames()
    return openBucket("s3.example")
  },
  "two places while files move": async () => {
    const [place, former] = await Promise.all([openBucket(), openDisk()])
    const close = () => Promise.all([place.close(), former.close()])
    return { store: withFormer(place.store, former.store), close }
  },
  ...(given && {
    "the service that TEST_S3 names": async () => ({
      store: s3Store(given, quota),
      close: async () => undefined,
    }),
  }),
}

describe.each(Object.entries(PLACES))("files in %s", (_, open) => {
  let place: Place
  let store: FileStore
  let address: string
  const web = createServer((request, response) => void answer(store, request).then((send) => send(response)))
  beforeAll(async () => {
    place = await open()
    store = place.store
    await once(web.listen(0, "127.0.0.1"), "listening")
    address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    web.closeAllConnections()
    web.close()
    await place?.close()
  })
  beforeEach(async () => {
    for (const { key } of await listed()) await store.remove(key)
  })

  const listed = async () => (await listAll(store)).toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const ask = (key: string, headers: Record<string, string> = {}, method = "GET") =>
    // Otherwise it would ask for something new where it knows a tag.
    fetch(`${address}/${key}`, { headers: { "cache-control": "max-age=0", ...headers }, method })

  it("are given back as they were put, in the latest version, until they are removed", async () => {
    const key = randomUUID()
    const bytes = randomBytes(300_000)
    await store.put(key, text("eins"))
    await store.put(key, bytes)
    expect((await buffer(await store.get(key))).equals(bytes)).toBe(true)
    expect(await store.size(key)).toBe(300_000)
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toMatchObject({ status: 404 })
    expect(await store.size(key)).toBeNull()
    expect((await ask(key)).status).toBe(404)
  })

  it("are put as they come, too", async () => {
    const key = randomUUID()
    const bytes = randomBytes(2_000_000)
    const pieces = Array.from({ length: 20 }, (_piece, at) =>
      bytes.subarray(at * 100_000, (at + 1) * 100_000),
    )
    await store.put(key, { stream: Readable.from(pieces), bytes: bytes.length, md5: md5(bytes) })
    expect(md5(await buffer(await store.get(key)))).toBe(md5(bytes))
  })

  it("are listed all, with their length", async () => {
    const keys = Array.from({ length: 8 }, () => randomUUID()).toSorted()
    for (const [at, key] of keys.entries()) await store.put(key, Buffer.alloc(at + 1))
    expect(await listed()).toEqual(keys.map((key, at) => ({ key, bytes: at + 1 })))
  })

  it("are sent whole, in part, not at all, or with their head alone", async () => {
    const key = randomUUID()
    await store.put(key, text("0123456789"))
    const whole = await ask(key)
    expect(whole.status).toBe(200)
    expect(await whole.text()).toBe("0123456789")
    expect(whole.headers.get("accept-ranges")).toBe("bytes")
    const tag = whole.headers.get("etag") ?? ""
    for (const [range, status, body, said] of [
      ["bytes=2-4", 206, "234", "bytes 2-4/10"],
      ["bytes=7-", 206, "789", "bytes 7-9/10"],
      ["bytes=-3", 206, "789", "bytes 7-9/10"],
      ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
      ["bytes=10-", 416, "", "bytes */10"],
      ["bytes=1-2,4-5", 200, "0123456789", null],
      ["lines=1-2", 200, "0123456789", null],
    ] as const) {
      const part = await ask(key, { range })
      expect([part.status, part.headers.get("content-range")], range).toEqual([status, said])
      if (status !== 416) expect(await part.text(), range).toBe(body)
    }
    const gone = await ask(key, { range: "bytes=2-4", "if-range": '"another"' })
    expect([gone.status, await gone.text()]).toEqual([200, "0123456789"])
    expect((await ask(key, { "if-none-match": tag })).status).toBe(304)
    expect((await ask(key, { "if-none-match": '"another"' })).status).toBe(200)
    const head = await ask(key, {}, "HEAD")
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "10", ""])
  })

  it.each(["../../etc/passwd", "", "x", "0190a0b0-0000-7000-8000-00000000AB3F", "?list-type=2"])(
    "have no key %j",
    async (bad) => {
      await expect(store.put(bad, text("x"))).rejects.toThrow("not a UUID")
      await expect(store.get(bad)).rejects.toThrow("not a UUID")
      await expect(store.size(bad)).rejects.toThrow("not a UUID")
      await expect(store.remove(bad)).rejects.toThrow("not a UUID")
    },
  )
})

async function answer(store: FileStore, request: IncomingMessage) {
  const { statusCode, headers, stream } = await store.send(request.url?.slice(1) ?? "", request)
  return (response: ServerResponse) => {
    response.writeHead(statusCode, headers)
    // What is said instead of a file is not ours.
    if (statusCode >= 400 || request.method === "HEAD") response.end()
    else stream.pipe(response)
  }
}

describe("a bucket", () => {
  let server: S3Server
  let store: FileStore
  const key = randomUUID()
  beforeAll(async () => {
    server = await openS3Server()
    store = s3Store(server.bucket, quota)
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    server.stored.clear()
    server.seen.length = 0
    server.given.length = 0
  })

  it("is asked again where the service is away for a moment, or is asked too quickly", async () => {
    server.breaks.refused = 1
    await store.put(key, text("eins"))
    server.breaks.dropped = 1
    expect((await buffer(await store.get(key))).toString()).toBe("eins")
    expect(server.seen).toHaveLength(4)
  })

  it("is away for people where nothing helps, with the reason for the log", async () => {
    server.breaks.refused = 3
    const failed = await store.put(key, text("eins")).catch((error: unknown) => error)
    expect(failed).toMatchObject({ status: 503, code: "attachment.away", cause: { status: 503 } })
    expect(server.stored.size).toBe(0)
  })

  it("is no file that is missing where it is the bucket that is", async () => {
    const other = s3Store({ ...server.bucket, url: `${server.bucket.url}-anders` }, quota)
    await expect(other.get(key)).rejects.toMatchObject({ status: 503 })
  })

  it("asks for the encryption that was set up", async () => {
    const encryption = { algorithm: "aws:kms", keyId: "amt/1" }
    await s3Store({ ...server.bucket, encryption }, quota).put(key, text("eins"))
    expect(server.stored.get(key)?.headers).toMatchObject({
      "x-amz-server-side-encryption": "aws:kms",
      "x-amz-server-side-encryption-aws-kms-key-id": "amt/1",
    })
  })

  it("refuses what arrives otherwise than it was sent", async () => {
    const wrong = { stream: Readable.from([text("zwei")]), bytes: 4, md5: md5(text("eins")) }
    await expect(store.put(key, wrong)).rejects.toMatchObject({ status: 503, cause: { status: 400 } })
    expect(server.stored.size).toBe(0)
  })

  it("leaves alone what is not ours", async () => {
    server.stored.set("anderes/Bild.png", { bytes: text("x"), headers: {} })
    await store.put(key, text("eins"))
    expect(await listAll(store)).toEqual([{ key, bytes: 4 }])
  })

  it("sends no more of a file than is taken from it", async () => {
    await store.put(key, Buffer.alloc(64 * 1024 * 1024, 7))
    const stream = await store.get(key)
    await once(stream, "readable")
    stream.destroy()
    await expect.poll(() => server.given).toEqual([{ isWhole: false }])
  })

  it("tells the operator in one sentence what is wrong with it, and nothing where it is in order", async () => {
    expect(await findBucketFault(server.bucket)).toBeNull()
    expect(server.stored.size).toBe(0)
    const wrong = await findBucketFault({ ...server.bucket, secretKey: "falsch" })
    expect(wrong).toMatch(/FILES_S3_URL .*403 \(SignatureDoesNotMatch\)\.$/)
    expect(wrong).not.toContain("falsch")
    const closed = await openS3Server()
    await closed.close()
    expect(await findBucketFault(closed.bucket)).toContain("ECONNREFUSED")
    server.breaks.versions = true
    expect(await findBucketFault(server.bucket)).toContain("frühere Fassungen")
    server.breaks.versions = false
  })

  it("leaves nothing of what the operator is told about, where it can be stored and not be read", async () => {
    server.breaks.unreadable = true
    expect(await findBucketFault(server.bucket)).toContain("403 (AccessDenied)")
    server.breaks.unreadable = false
    expect(server.stored.size).toBe(0)
  })
})

it("a bucket behind a certificate of the house's own is believed where NODE_EXTRA_CA_CERTS names it", async () => {
  const file = new URL("../support/certificates/loopback.pem", import.meta.url).pathname
  const server = await openS3Server({ certificate: await readFile(file) })
  const check = async (env: Record<string, string>) => {
    const all = { PATH: process.env.PATH, BUCKET: JSON.stringify(server.bucket), ...env }
    const program = new URL("./bucket-process.ts", import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program], { env: all })
    return stdout.trim()
  }
  try {
    expect(await Promise.all([check({}), check({ NODE_EXTRA_CA_CERTS: file })])).toEqual([
      expect.stringContaining("self-signed certificate"),
      "in order",
    ])
  } finally {
    await server.close()
  }
})
