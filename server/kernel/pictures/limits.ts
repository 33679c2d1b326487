/** Also far above any screen. More is no screenshot but a trap that fills the memory when it is unpacked. */
export const MAX_PIXELS = 64_000_000
/** A long page, photographed while it scrolls, comes near. */
const LONGEST_SIDE = 30_000
/** Lines and frames may be narrow as long as they are short: what is long and narrow costs a decoder minutes. */
const HARMLESS_SIDE = 2_000
const MOST_TO_ONE = 100

/** Whether a picture of this size, in pixels, may be unpacked at all; its head says it before anything is. */
export function isDrawable(width: number, height: number): boolean {
  const [short = 0, long = 0] = [width, height].toSorted((one, other) => one - other)
  if (short < 1 || long > LONGEST_SIDE || short * long > MAX_PIXELS) return false
  return long <= HARMLESS_SIDE || long <= short * MOST_TO_ONE
}

export type PictureForm = "png" | "jpeg" | "webp"

/** What the process that draws is asked for. */
export type Order = {
  bytes: Buffer
  from: "common" | "heic"
  to: PictureForm
  /** At most so many pixels; larger pictures are shrunk. */
  width: number
  height: number
  quality: number
}

/** `sides`: too many pixels, or too long for how narrow it is. `slow`: it took too much time or memory. */
export type PictureFault = "unreadable" | "sides" | "slow"

export type Drawn = { bytes: Buffer; width: number; height: number }
export type Answer = { drawn: Drawn } | { fault: PictureFault }
