/**
 * The entry of a process of its own, started by `drawer.ts`: each message is a picture that somebody sent, each
 * answer the same picture drawn anew. What it takes of the memory goes with it, and a picture made to break a decoder
 * ends nothing else. Runs with next to nothing of ours, so that it starts at once.
 */
import { setPriority } from "node:os"
import sharp, { type Sharp } from "sharp"
import { type Answer, type Drawn, isDrawable, MAX_PIXELS, type Order } from "./limits.ts"

// Whoever waits for a page goes first.
setPriority(10)
sharp.concurrency(1)
sharp.cache(false)

// A message may have been read as a view of a larger piece.
process.on("message", (order: Order) => {
  void answerTo({ ...order, bytes: Buffer.from(order.bytes) }).then((answer) => process.send?.(answer))
})
// The server is gone: nobody waits for the answer any more.
process.on("disconnect", () => process.exit())

async function answerTo(order: Order): Promise<Answer> {
  try {
    const { width, height } = await sharp(order.bytes, { limitInputPixels: false }).metadata()
    if (!isDrawable(width, height)) return { fault: "sides" }
    return { drawn: await draw(order) }
  } catch (error) {
    // Not the picture's fault: this process is of no more use.
    if (/memory/i.test(String(error))) process.exit(1)
    return { fault: "unreadable" }
  }
}

async function draw(order: Order): Promise<Drawn> {
  const { width, height } = order
  const image = order.from === "heic" ? await ofHeic(order.bytes) : ofCommon(order.bytes)
  const sized = image.resize({ width, height, fit: "inside", withoutEnlargement: true })
  const { data, info } = await encode(sized, order).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

const ofCommon = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" }).autoOrient()

function encode(image: Sharp, { to, quality }: Order): Sharp {
  if (to === "png") return image.png()
  else if (to === "webp") return image.webp({ quality })
  else return image.flatten({ background: "white" }).jpeg({ quality })
}

/** Bursts and live photos hold several pictures; the one meant is the primary. It comes turned as it is to be seen. */
async function ofHeic(bytes: Buffer): Promise<Sharp> {
  // Of several megabytes, and most pictures do without.
  const { default: libheif } = await import("libheif-js/wasm-bundle.js")
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Error("no picture in it")
  const width = image.get_width()
  const height = image.get_height()
  if (!isDrawable(width, height)) throw new Error("larger than its head says")
  const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height }
  await new Promise<void>((resolve, reject) =>
    image.display(pixels, (shown) => (shown ? resolve() : reject(new Error("unreadable")))),
  )
  return sharp(Buffer.from(pixels.data.buffer), { raw: { width, height, channels: 4 } })
}
