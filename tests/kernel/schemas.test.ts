import { type TSchema, Type } from "typebox"
import { describe, expect, it } from "vitest"
import { Closed, checkInput, compileSchema, Day, Id, Instant, Line } from "../../server/kernel/schemas.ts"
import { expectQuick } from "../support/cpu.ts"

const isTaken = (schema: TSchema, value: unknown) =>
  checkInput(Closed({ value: schema }), { value }).value !== null

describe("what PostgreSQL cannot store is refused before it gets there, with the field", () => {
  it("takes numbers only that it can compare, also those in an address", () => {
    for (const part of ["body", "querystring", "params"]) {
      const check = compileSchema(Closed({ version: Type.Integer({ minimum: 1 }) }), part)
      const sent = (version: number) => ({ version: part === "body" ? version : String(version) })
      expect(check(sent(2_147_483_647))).toEqual({ value: { version: 2_147_483_647 } })
      expect(check(sent(2_147_483_648))).toMatchObject({
        error: { validation: [{ instancePath: "/version" }] },
      })
      expect(check(sent(1e30))).toMatchObject({ error: { statusCode: 400 } })
    }
    expect(isTaken(Type.Integer(), 2_147_483_648)).toBe(false)
  })

  it("takes ids only as we write them", () => {
    expect(isTaken(Id, "01932f3e-0000-7000-8000-00000000000a")).toBe(true)
    expect(isTaken(Id, "urn:uuid:01932f3e-0000-7000-8000-00000000000a")).toBe(false)
    expect(isTaken(Id, "01932F3E-0000-7000-8000-00000000000A")).toBe(false)
  })

  it("takes instants that JavaScript can read, and days that exist", () => {
    for (const instant of ["2026-12-01T08:30:00Z", "2026-12-01T08:30:00.123Z", "2026-12-01T08:30:00+01:00"]) {
      expect(isTaken(Instant, instant)).toBe(true)
      expect(new Date(instant).getTime()).not.toBeNaN()
    }
    for (const instant of ["2026-12-31T23:59:60Z", "2026-12-01T08:30:00", "2026-02-30T08:30:00Z", "morgen"])
      expect(isTaken(Instant, instant)).toBe(false)
    for (const day of ["2026-02-30", "0000-01-01", "2026-1-1"]) expect(isTaken(Day, day)).toBe(false)
  })

  it("refuses NUL and half an emoji wherever they stand", () => {
    const schema = Closed({ title: Line(40), tags: Type.Array(Line(40)) })
    for (const text of ["a\0b", "a\ud83db", "\udc00"]) {
      expect(checkInput(schema, { title: text, tags: [] }).faults).toEqual([
        { field: "title", code: "format" },
      ])
      expect(checkInput(schema, { title: "x", tags: ["y", text] }).faults).toEqual([
        { field: "tags.1", code: "format" },
      ])
      expect(compileSchema(schema, "body")({ title: text, tags: [] })).toHaveProperty("error")
    }
    expect(checkInput(schema, { title: "Hallo 👋", tags: [] }).faults).toEqual([])
  })
})

it("a title takes something that can be seen, on one line, and is checked in a moment however long it is", () => {
  const check = compileSchema(Closed({ title: Line(160) }), "body")
  const fits = (title: string) => !("error" in check({ title }))
  expect(fits("🙂")).toBe(true)
  expect(fits("§ 5")).toBe(true)
  for (const title of ["", "  ", "\u200b\u200b\u200b", "eins\nzwei"])
    expect(fits(title), JSON.stringify(title)).toBe(false)
  const endless = Closed({ title: Line(1_000_000) })
  expectQuick(() => compileSchema(endless, "body")({ title: `${"a".repeat(400_000)}\n` }))
})
