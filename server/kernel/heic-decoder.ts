/**
 * A process of its own, started by `heic.ts`: an iPhone's photo on the standard input becomes a JPEG on the standard
 * output. What it takes of the memory goes with it, and a photo made to break the decoder ends nothing else.
 * Runs without anything of ours, so that it starts at once.
 */
import { buffer } from "node:stream/consumers"
import libheif from "libheif-js/wasm-bundle.js"
import sharp from "sharp"

const [maxWidth = 0, maxHeight = 0, quality = 0] = process.argv.slice(2).map(Number)

const { data, width, height } = await decode(await buffer(process.stdin))
const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
  .flatten({ background: "white" })
  .resize({ width: maxWidth, height: maxHeight, fit: "inside", withoutEnlargement: true })
  .jpeg({ quality })
  .toBuffer()
process.stdout.end(jpeg)

/** Bursts and live photos hold several pictures; the one meant is the primary. It comes turned as it is to be seen. */
async function decode(bytes: Buffer) {
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Error("no picture in it")
  const width = image.get_width()
  const height = image.get_height()
  const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height }
  await new Promise<void>((resolve, reject) =>
    image.display(pixels, (shown) => (shown ? resolve() : reject(new Error("unreadable")))),
  )
  return { data: Buffer.from(pixels.data.buffer), width, height }
}
