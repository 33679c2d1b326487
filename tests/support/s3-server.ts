import { createHash, createHmac } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { createServer as createTlsServer } from "node:https"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import type { Bucket } from "../../server/kernel/file-settings.ts"

export type S3Server = Awaited<ReturnType<typeof openS3Server>>
type Stored = { bytes: Buffer; headers: IncomingMessage["headers"] }

const SECRET = "geheimer Schlüssel"
const BUCKET = "fachforum"
const PAGE = 3

type Options = {
  /** Speaks over TLS, with this certificate and its key. */
  certificate?: Buffer
  /** The bucket stands in the name of the host: this is the rest of it. */
  domain?: string
}

/**
 * A small object storage that takes nothing unsigned, and nothing that arrives otherwise than announced. It knows what
 * this program asks for, by the documentation of Amazon's service; lists come three at a time.
 */
export async function openS3Server({ certificate, domain }: Options = {}) {
  const stored = new Map<string, Stored>()
  const seen: string[] = []
  const given: { isWhole: boolean }[] = []
  const breaks = { refused: 0, dropped: 0, versions: false, unreadable: false }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request)
    seen.push(`${request.method} ${request.url}`)
    if (breaks.dropped-- > 0) return request.socket.destroy()
    if (breaks.refused-- > 0) return fail(response, 503, "SlowDown")
    if (!isSigned(request)) return fail(response, 403, "SignatureDoesNotMatch")
    const path = pathIn(request, domain)
    if (path === null) return fail(response, 404, "NoSuchBucket")
    if (request.method === "GET")
      response.once("close", () => given.push({ isWhole: response.writableFinished }))
    return serve({ stored, breaks }, request, response, path, body)
  }
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch(() => request.socket.destroy())
  const server = certificate
    ? createTlsServer({ cert: certificate, key: certificate }, handle)
    : createServer(handle)
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  const scheme = certificate ? "https" : "http"
  const bucket: Bucket = {
    url: domain ? `${scheme}://${BUCKET}.${domain}:${port}` : `${scheme}://127.0.0.1:${port}/${BUCKET}`,
    region: "eu-central-1",
    accessKey: "fachforum",
    secretKey: SECRET,
    encryption: null,
  }
  return {
    bucket,
    stored,
    /** What was asked for, as method and address. */
    seen,
    /** What was answered to whoever read something. */
    given,
    /** How many requests it refuses for the moment, or breaks off; whether files may be stored and not read. */
    breaks,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The key within the bucket; null where it is another bucket. */
function pathIn({ url = "/", headers }: IncomingMessage, domain: string | undefined): string | null {
  const path = url.split("?")[0] ?? "/"
  if (domain) return headers.host?.startsWith(`${BUCKET}.${domain}:`) ? path.slice(1) : null
  const [, bucket, key = ""] = path.split("/")
  return bucket === BUCKET ? key : null
}

type State = { stored: Map<string, Stored>; breaks: { versions: boolean; unreadable: boolean } }

function serve(state: State, request: IncomingMessage, response: ServerResponse, key: string, body: Buffer) {
  const query = new URL(request.url ?? "/", "http://localhost").searchParams
  if (query.has("versioning")) {
    const status = state.breaks.versions ? "<Status>Enabled</Status>" : ""
    return say(response, `<VersioningConfiguration>${status}</VersioningConfiguration>`)
  }
  if (key === "") return say(response, list(state.stored, query))
  if (request.method === "PUT") return put(state.stored, request, response, key, body)
  if (request.method === "DELETE") {
    state.stored.delete(key)
    return response.writeHead(204).end()
  }
  if (state.breaks.unreadable) return fail(response, 403, "AccessDenied", request.method === "HEAD")
  return give(state.stored.get(key), request, response)
}

function put(
  stored: Map<string, Stored>,
  { headers }: IncomingMessage,
  response: ServerResponse,
  key: string,
  bytes: Buffer,
) {
  // As the real one: it wants to know beforehand how much comes.
  if (headers["content-length"] === undefined) return fail(response, 411, "MissingContentLength")
  // The real one would take it without.
  if (headers["content-md5"] !== createHash("md5").update(bytes).digest("base64"))
    return fail(response, 400, "BadDigest")
  stored.set(key, { bytes, headers })
  return response.writeHead(200, { etag: `"${createHash("md5").update(bytes).digest("hex")}"` }).end()
}

function give(found: Stored | undefined, { method, headers }: IncomingMessage, response: ServerResponse) {
  if (!found) return fail(response, 404, "NoSuchKey", method === "HEAD")
  const { bytes } = found
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? "") ?? []
  const [from, to] = [Number(first ?? 0), Math.min(Number(last || bytes.length), bytes.length - 1)]
  if (from >= bytes.length) return fail(response, 416, "InvalidRange")
  const part = first === undefined ? bytes : bytes.subarray(from, to + 1)
  const range = first === undefined ? {} : { "content-range": `bytes ${from}-${to}/${bytes.length}` }
  response.writeHead(first === undefined ? 200 : 206, { "content-length": part.length, ...range })
  return response.end(method === "HEAD" ? undefined : part)
}

function list(stored: Map<string, Stored>, query: URLSearchParams): string {
  const after = query.get("continuation-token") ?? ""
  const keys = [...stored.keys()].toSorted().filter((key) => key > after)
  const page = keys.slice(0, PAGE)
  const files = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${stored.get(key)?.bytes.length}</Size></Contents>`,
  )
  const isMore = keys.length > PAGE
  const next = isMore ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ""
  return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${next}${files.join("")}</ListBucketResult>`
}

const say = (response: ServerResponse, xml: string) =>
  response.writeHead(200, { "content-type": "application/xml" }).end(`<?xml version="1.0"?>${xml}`)

function fail(response: ServerResponse, status: number, code: string, isHead = false) {
  response.writeHead(status, { "content-type": "application/xml;charset=utf-8" })
  return response.end(isHead ? undefined : `<Error><Code>${code}</Code></Error>`)
}

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest()

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, read once more and not from the client. */
function isSigned({ method, url = "/", headers }: IncomingMessage): boolean {
  const [, day = "", region = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=fachforum\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? []
  const signed = names.split(";")
  // Everything of Amazon's own has to be signed, or somebody on the way could change it.
  const own = Object.keys(headers).filter((name) => name === "host" || name.startsWith("x-amz-"))
  if (!own.every((name) => signed.includes(name))) return false
  const [path = "", search = ""] = url.split("?")
  const query = search.split("&").filter(Boolean).toSorted().join("&")
  const canonical = [
    method,
    path,
    query,
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    names,
    headers["x-amz-content-sha256"],
  ].join("\n")
  const scope = `${day}/${region}/s3/aws4_request`
  const hash = createHash("sha256").update(canonical).digest("hex")
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash].join("\n")
  const key = [region, "s3", "aws4_request"].reduce<Buffer>(hmac, hmac(`AWS4${SECRET}`, day))
  return hmac(key, text).toString("hex") === signature
}
