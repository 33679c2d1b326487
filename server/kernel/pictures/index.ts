import { openQueue } from "../queue.ts"
import { type DrawerLimits, openDrawer } from "./drawer.ts"
import type { Answer, Order } from "./limits.ts"

export type { Drawn, PictureForm } from "./limits.ts"

/** Its bytes are read when its turn has come: those who wait fill no memory. */
export type Wanted = Omit<Order, "bytes"> & { read: () => Promise<Buffer> }

export type Studio = {
  /** @param who whose picture it is: many of one person do not keep the others waiting */
  draw(who: string, wanted: Wanted): Promise<Answer>
}

/**
 * Pictures are unpacked by strangers' rules, so processes of their own do it: two at a time, the others wait.
 * Photos of phones come one at a time, for each needs up to 400 MB while it lasts.
 */
export function openStudio(limits: Partial<DrawerLimits> = {}): Studio {
  const drawers = [1, 2].map(() => openDrawer({ patience: 60_000, idle: 10_000, memoryMb: 1000, ...limits }))
  const pictures = openQueue(drawers.length)
  const photos = openQueue(1)

  const draw = (who: string, { read, ...order }: Wanted) =>
    pictures.run(who, async () => {
      // The queue has as many places, so there is one.
      const drawer = drawers.pop()
      if (!drawer) throw new Error("No drawer is free.")
      try {
        return await drawer.draw({ ...order, bytes: await read() })
      } finally {
        drawers.push(drawer)
      }
    })
  return {
    draw: (who, wanted) =>
      wanted.from === "heic" ? photos.run(who, () => draw(who, wanted)) : draw(who, wanted),
  }
}

export const studio = openStudio()
