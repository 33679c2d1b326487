import { readFile } from "node:fs/promises"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { openDrawer } from "../../server/kernel/pictures/drawer.ts"
import { openStudio } from "../../server/kernel/pictures/index.ts"
import type { Order } from "../../server/kernel/pictures/limits.ts"
import { openQueue } from "../../server/kernel/queue.ts"

const usual = { patience: 60_000, idle: 10_000, memoryMb: 1000 }
const order = (bytes: Buffer): Order => ({
  bytes,
  from: "common",
  to: "jpeg",
  width: 4000,
  height: 10_000,
  quality: 85,
})
const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: "#aabbcc" } })
/** Upright only once all of it lies in the memory, which needs 36 MB. */
const turned = () => picture(4000, 3000).jpeg().withMetadata({ orientation: 6 }).toBuffer()

describe("the process that draws pictures", () => {
  it("is ended when a picture takes too long, and the next picture is taken", async () => {
    const limits = { ...usual, patience: 1 }
    const drawer = openDrawer(limits)
    expect(await drawer.draw(order(await turned()))).toEqual({ fault: "slow" })
    limits.patience = usual.patience
    expect(await drawer.draw(order(await picture().png().toBuffer()))).toMatchObject({
      drawn: { width: 40, height: 20 },
    })
  })

  it.runIf(process.platform === "linux")(
    "gets no more memory than it may have, and the next one is taken",
    async () => {
      const limits = { ...usual, memoryMb: 0 }
      const drawer = openDrawer(limits)
      expect(await drawer.draw(order(await turned()))).toEqual({ fault: "slow" })
      limits.memoryMb = usual.memoryMb
      expect(await drawer.draw(order(await turned()))).toMatchObject({ drawn: { width: 3000, height: 4000 } })
    },
  )

  it("tells what is damaged from what is too large, and goes on", async () => {
    const studio = openStudio()
    const draw = (bytes: Buffer, from: Order["from"] = "common") =>
      studio.draw("me", { ...order(bytes), from, read: async () => bytes })
    const heic = await readFile(new URL("turned.heic", import.meta.url))
    const answers = await Promise.all([
      draw(Buffer.from("no picture")),
      draw(heic, "heic"),
      draw(heic.subarray(0, 600), "heic"),
      draw(await picture(4000, 10).png().toBuffer()),
      draw(await picture().webp().toBuffer()),
    ])
    expect(answers).toMatchObject([
      { fault: "unreadable" },
      { drawn: { width: 64, height: 48 } },
      { fault: "unreadable" },
      { fault: "sides" },
      { drawn: { width: 40, height: 20 } },
    ])
  })
})

describe("a queue", () => {
  it("carries out two at a time, and lets others between those of a person who brings many", async () => {
    const queue = openQueue(2)
    const started: string[] = []
    const ends: (() => void)[] = []
    const bring = (who: string, name: string) =>
      queue.run(who, async () => {
        started.push(name)
        await new Promise<void>((resolve) => ends.push(resolve))
      })
    const all = [
      bring("a", "a1"),
      bring("a", "a2"),
      bring("a", "a3"),
      bring("a", "a4"),
      bring("b", "b1"),
      bring("b", "b2"),
      bring("c", "c1"),
    ]
    for (let n = 0; n < all.length; n++) {
      await expect.poll(() => started.length).toBe(Math.min(n + 2, all.length))
      ends[n]?.()
    }
    await Promise.all(all)
    expect(started).toEqual(["a1", "a2", "a3", "b1", "c1", "a4", "b2"])
  })

  it("goes on after a work that failed", async () => {
    const queue = openQueue(1)
    const failed = queue.run("a", () => Promise.reject(new Error("no")))
    const next = queue.run("a", async () => "done")
    await expect(failed).rejects.toThrow("no")
    expect(await next).toBe("done")
  })
})
