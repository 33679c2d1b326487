import { readFileSync } from "node:fs"
import type { Dough } from "./baking.ts"
import { bakePng, bakeSvg } from "./baking.ts"

const read = (name: string) => readFileSync(new URL(`./image/${name}`, import.meta.url))

/** Drawn for this project. The PNG is made from the SVG; a test holds them alike. */
export const IMAGES = { png: read("badge.png"), svg: read("badge.svg").toString("utf8") }

export const IMAGE_TYPES = { png: "image/png", svg: "image/svg+xml" }
export type ImageFormat = keyof typeof IMAGE_TYPES

export const baked = (format: ImageFormat, dough: Dough): Buffer =>
  format === "png" ? bakePng(IMAGES.png, dough) : Buffer.from(bakeSvg(IMAGES.svg, dough), "utf8")
