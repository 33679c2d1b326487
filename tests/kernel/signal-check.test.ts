import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { SignalCheck } from "../../server/kernel/signal-check.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A line that hands on what is sent, or swallows it. */
function open() {
  const line = { isDeaf: false, sent: 0, told: [] as boolean[] }
  const check: SignalCheck = new SignalCheck(
    async (topic) => {
      line.sent += 1
      if (!line.isDeaf) check.sift([topic])
    },
    (isNews) => line.told.push(isNews),
    5_000,
  )
  return { check, line }
}

it("knows that signals arrive, and looks again", async () => {
  const { check, line } = open()
  expect(check.state).toBe("unknown")
  await check.start()
  expect(check.state).toBe("ok")
  await vi.advanceTimersByTimeAsync(130_000)
  expect(line).toMatchObject({ sent: 3, told: [] })
})

it("says once that nothing arrives, tries for a new line each time, and notices when it helped", async () => {
  const { check, line } = open()
  line.isDeaf = true
  await check.start()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(check.state).toBe("unknown")
  await vi.advanceTimersByTimeAsync(20_000)
  expect(check.state).toBe("silent")
  expect(line.told).toEqual([true, false])
  line.isDeaf = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(check.state).toBe("ok")
})

it("keeps its own signals, and those of other processes, from whoever listens", () => {
  const { check } = open()
  expect(check.sift(["self:of-another", "thread:1"])).toEqual(["thread:1"])
})

it("says nothing of signals where none can be sent", async () => {
  const told: boolean[] = []
  const check = new SignalCheck(
    async () => {
      throw new Error("away")
    },
    (isNews) => told.push(isNews),
  )
  await check.start()
  await vi.advanceTimersByTimeAsync(30_000)
  expect({ told, state: check.state }).toEqual({ told: [], state: "unknown" })
  check.stop()
})

it("waits for what is sent slowly as long as for anything else, from when it was sent", async () => {
  const sending = Promise.withResolvers<void>()
  const told: boolean[] = []
  const check = new SignalCheck(
    () => sending.promise,
    (isNews) => told.push(isNews),
    5_000,
  )
  const started = check.start()
  await vi.advanceTimersByTimeAsync(9_000)
  sending.resolve()
  await started
  await vi.advanceTimersByTimeAsync(4_999)
  expect({ told, state: check.state }).toEqual({ told: [], state: "unknown" })
  await vi.advanceTimersByTimeAsync(1)
  expect({ told, state: check.state }).toEqual({ told: [true], state: "silent" })
  check.stop()
})

it("does nothing more after a stop, whatever becomes of what was being sent", async () => {
  for (const end of ["resolve", "reject"] as const) {
    const sending = Promise.withResolvers<void>()
    const check = new SignalCheck(
      () => sending.promise,
      () => undefined,
    )
    const started = check.start()
    check.stop()
    sending[end]()
    await started
    expect(vi.getTimerCount()).toBe(0)
  }
})
