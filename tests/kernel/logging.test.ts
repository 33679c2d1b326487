import { DrizzleQueryError } from "drizzle-orm"
import { expect, it, vi } from "vitest"
import { describeError, logFormatOf, makeLogger, speaker } from "../../server/kernel/logging.ts"

it("says of a failed statement what and where, and nothing of what people wrote", () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "frau.muster@example.org"'), {
    severity: "ERROR",
    code: "22P02",
    detail: "Key (email)=(frau.muster@example.org)",
  })
  const described = describeError(new DrizzleQueryError("select $1", ["frau.muster@example.org"], cause))
  expect(JSON.stringify(described)).not.toContain("muster")
  expect(described.cause?.code).toBe("22P02")
  expect(described.at.length).toBeGreaterThan(0)
})

it("keeps the message of other errors, because it tells what to mend", () => {
  expect(describeError(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  })
})

it("writes the same fault at the same place once in ten seconds, with SQLSTATE and place, and others at once", () => {
  const lines: { err: Record<string, unknown> }[] = []
  const logger = makeLogger("warn", { write: (line) => void lines.push(JSON.parse(line)) })
  const faultOf = (code: string) => {
    const cause = Object.assign(new Error("no"), { severity: "FATAL", code })
    return new DrizzleQueryError("select $1", ["frau.muster@example.org"], cause)
  }
  const clock = vi.spyOn(performance, "now")
  try {
    for (const [at, codes] of [
      [0, ["57P01", "57P01", "53300", "57P01"]],
      [9_999, ["57P01"]],
      [10_001, ["57P01", "57P01"]],
    ] as const) {
      clock.mockReturnValue(at)
      for (const code of codes) logger.child({}).error({ err: faultOf(code) }, "request failed")
    }
  } finally {
    clock.mockRestore()
  }
  expect(lines.map(({ err }) => err.sqlstate)).toEqual(["57P01", "53300", "57P01"])
  expect(lines[0]?.err.place).toMatch(/tests\/kernel\/logging\.test/)
  expect(JSON.stringify(lines)).not.toContain("muster")
})

it("says what a start has to say in sentences, or each as a line of the log", () => {
  const [out, err]: [string[], string[]] = [[], []]
  const streams = [
    { write: (text: string) => void out.push(text) },
    { write: (text: string) => void err.push(text) },
  ] as const
  const sentences = speaker(logFormatOf({}), ...streams)
  sentences.say("Fachforum läuft")
  sentences.fail("Der Port ist belegt")
  expect([out.splice(0), err.splice(0)]).toEqual([["Fachforum läuft\n"], ["Der Port ist belegt\n"]])
  const lines = speaker(logFormatOf({ LOG_FORMAT: "json" }), ...streams)
  lines.say("")
  lines.say("Fachforum läuft")
  lines.fail("Der Port ist belegt")
  lines.crash(new TypeError("x is not a function"))
  expect(out.map((line) => JSON.parse(line))).toMatchObject([{ level: 30, msg: "Fachforum läuft" }])
  expect(err.map((line) => JSON.parse(line))).toMatchObject([
    { level: 60, msg: "Der Port ist belegt" },
    { level: 60, err: { type: "TypeError" } },
  ])
})
