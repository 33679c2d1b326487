import { spawn } from "node:child_process"
import { buffer } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import sharp from "sharp"

const DECODER = fileURLToPath(new URL("./heic-decoder.ts", import.meta.url))
/** What phones take at most; unpacked it fills 200 MB. */
const MAX_PIXELS = 50_000_000
/** A photo of 12 megapixels takes two to four seconds, and a busy machine may need much longer. */
const PATIENCE = 90_000

let former: Promise<unknown> = Promise.resolve()

/**
 * The picture of a HEIC file as JPEG, upright, without place and device; null where it cannot be read.
 * One at a time in this process: each needs up to 400 MB while it lasts.
 */
export async function jpegOfHeic(
  bytes: Buffer,
  largest: { width: number; height: number; quality: number },
): Promise<Buffer | null> {
  if (!(await isOfUsualSize(bytes))) return null
  const own = former.then(() => decode(bytes, largest))
  former = own.catch(() => undefined)
  return own.catch(() => null)
}

/** Its head says so, and is read before anything is unpacked. */
async function isOfUsualSize(bytes: Buffer): Promise<boolean> {
  const size = await sharp(bytes)
    .metadata()
    .catch(() => null)
  return size !== null && size.width * size.height <= MAX_PIXELS
}

async function decode(
  bytes: Buffer,
  { width, height, quality }: { width: number; height: number; quality: number },
): Promise<Buffer> {
  // Nothing of the server's environment: what reads strangers' photos needs no password of the database.
  const child = spawn(process.execPath, [DECODER, String(width), String(height), String(quality)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {},
    timeout: PATIENCE,
    killSignal: "SIGKILL",
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  // It may end before it has read everything.
  child.stdin.on("error", () => undefined)
  child.stdin.end(bytes)
  const [jpeg, code] = await Promise.all([buffer(child.stdout), ended])
  if (code !== 0 || jpeg.length === 0) throw new Error("The photo could not be decoded.")
  return jpeg
}
