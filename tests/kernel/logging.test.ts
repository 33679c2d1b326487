import { DrizzleQueryError } from "drizzle-orm"
import { expect, it } from "vitest"
import { describeError } from "../../server/kernel/logging.ts"

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
