import { afterAll, beforeAll, expect, it } from "vitest"
import { describeInBrowser } from "../support.ts"
import { assessAll, certify, forget, handOn, prepare, workshop5 } from "./closing.ts"
import { agree, begin, meeting1, practice1, workshop1 } from "./first-half.ts"
import { HalfYear } from "./group.ts"
import { informationEvent, meeting2, report, workshop2, workshop3, workshop4 } from "./second-half.ts"

const LONG = 120_000

/** A learning group of this many learners, from its creation to the certificates, in browsers, with time moved on. */
export const walkHalfYear = (size: number, { learnersRunScripts = true } = {}) =>
  describeInBrowser(`half a year of a learning group of ${size}`, () => {
    let group: HalfYear
    beforeAll(async () => {
      group = await HalfYear.open(size, learnersRunScripts)
    }, LONG)
    afterAll(async () => {
      await group?.close()
    })

    it("begins with dates and invitations", () => begin(group), LONG)
    it("holds its first workshop", () => workshop1(group), LONG)
    it("agrees on its projects with the manager", () => agree(group, "Workshop 1"), LONG)
    it("practises, each on their own", () => practice1(group), LONG)
    it("meets online", () => meeting1(group), LONG)
    it("holds its second workshop", () => workshop2(group), LONG)
    it("meets again", () => meeting2(group), LONG)
    it("draws up rules of use in its third workshop", () => workshop3(group), LONG)
    it("plans and holds the information event", () => informationEvent(group), LONG)
    it("settles data protection and the roll-out", () => workshop4(group), LONG)
    it("reports to the manager", () => report(group), LONG)
    it("holds its last workshop", () => workshop5(group), LONG)
    it("prepares the assessment", () => prepare(group), LONG)
    it("takes stock in rounds of three", () => assessAll(group), 3 * LONG)
    it("gets its certificates", () => certify(group), LONG)
    it("hands its lessons on", () => handOn(group), LONG)
    it("leaves nothing behind but these", () => forget(group), LONG)
    it("met no fault of a page", () => expect(group.faults()).toEqual([]))
  })
