import { expect, it } from "vitest"
import { correct } from "../../server/search/spelling.ts"

it("replaces the word itself, and leaves a longer one that contains it", () => {
  const typed = "Bescheidung Beschied Umbeschied"
  expect(correct(typed, ["Beschied"], ["Der Bescheid ist da."])).toBe("Bescheidung Bescheid Umbeschied")
  expect(correct("Mietbelasstung belasstung", ["belasstung"], ["belastung"])).toBe("Mietbelasstung belastung")
})

it("replaces it wherever it stands", () => {
  expect(correct("Beschied oder Beschied", ["Beschied"], ["Bescheid"])).toBe("Bescheid oder Bescheid")
})
