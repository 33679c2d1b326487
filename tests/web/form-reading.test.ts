import { Type } from "typebox"
import { expect, it } from "vitest"
import { Choice, Closed, Day, Id, Line, Nullable, Text } from "../../server/kernel/schemas.ts"
import { limitsOf } from "../../web/form-reading.ts"

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
