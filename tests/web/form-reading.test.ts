import { Type } from "typebox"
import { expect, it } from "vitest"
import { Choice, Closed, checkInput, Day, Id, Line, Nullable, Text } from "../../server/kernel/schemas.ts"
import { actionsOf, limitsOf, NoInput } from "../../web/form-reading.ts"

it.each([
  ["a line that has to say something", Line(80), 80, false],
  ["a line that may be empty", Line(80, 0), 80, true],
  ["a text that has to say something", Text(400), 400, false],
  ["a text that may be empty", Text(400, 0), 400, true],
  ["a thing that may be none", Nullable(Id), null, true],
  ["a thing", Id, null, false],
  ["a day", Day, null, false],
  ["an address", Type.String({ format: "idn-email", maxLength: 254 }), 254, false],
  ["a choice", Choice(["one", "other"]), null, false],
  ["what may be left out", Type.Optional(Line(80)), 80, true],
] as const)(
  "a form says of %s how long it may be, and whether it may be left empty",
  (_, schema, maxLength, isOptional) => {
    expect(limitsOf(Closed({ field: schema }), "field")).toEqual({ maxLength, isOptional })
  },
)

it("of several actions of one address each has rules of its own, whatever their order", () => {
  const { read, rulesOf } = actionsOf({
    note: Closed({ body: Text(5), day: Nullable(Day) }),
    letter: Closed({ body: Text(9), day: Day }),
    remove: NoInput,
  })
  const faultsOf = (fields: Record<string, string>) =>
    checkInput(rulesOf(fields), read(fields)).faults.map(({ field, code }) => `${field} ${code}`)
  expect(faultsOf({ action: "note", body: "sechs!", day: "" })).toEqual(["body too-long"])
  expect(faultsOf({ action: "letter", body: "sechs!", day: "" })).toEqual(["day format"])
  expect(faultsOf({ action: "letter", body: "sechs!", day: "2027-01-18" })).toEqual([])
  // What another action asks for is not taken over into this one.
  expect(faultsOf({ action: "remove", body: "sechs!", day: "" })).toEqual([])
  expect(faultsOf({ action: "burn" })).toEqual(["action choice"])
})
