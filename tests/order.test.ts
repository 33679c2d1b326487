import { describe, expect, it } from "vitest"
import { setApart } from "./support/order.ts"
import { countWorkers } from "./support/workers.ts"

describe("the files", () => {
  const long: Record<string, number> = { walk: 12, browser: 6 }
  const seconds = (name: string) => long[name] ?? 3

  it("come with the longest first, and short ones beside each of them", () => {
    const files = ["a", "b", "c", "browser", "d", "e", "walk", "f", "g"]
    expect(setApart(files, seconds, 2)).toEqual(["walk", "a", "b", "c", "d", "browser", "e", "f", "g"])
  })

  it("come one after the other where there is one worker", () => {
    expect(setApart(["a", "browser", "walk"], seconds, 1)).toEqual(["walk", "browser", "a"])
  })
})

describe("the workers", () => {
  it.each([
    { cores: 1, load: 0, workers: 1 },
    { cores: 2, load: 0, workers: 2 },
    { cores: 2, load: 9, workers: 2 },
    { cores: 8, load: 0.4, workers: 8 },
    { cores: 8, load: 5, workers: 3 },
    { cores: 64, load: 0, workers: 8 },
  ])("are $workers on $cores cores at a load of $load", ({ cores, load, workers }) =>
    expect(countWorkers(cores, load)).toBe(workers),
  )
})
