import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest"
import { describeInBrowser } from "../support.ts"
import { assessAll, certify, forget, handOn, prepare, workshop5 } from "./closing.ts"
import { agree, begin, meeting1, practice1, workshop1 } from "./first-half.ts"
import { HalfYear } from "./group.ts"
import { informationEvent, meeting2, report, workshop2, workshop3, workshop4 } from "./second-half.ts"

/** A learning group of this many learners, from its creation to the certificates, in browsers, with time moved on. */
export const walkHalfYear = (size: number, { learnersRunScripts = true } = {}) =>
  describeInBrowser(`half a year of a learning group of ${size}`, () => {
    let group: HalfYear
    beforeAll(async () => {
      group = await HalfYear.open(size, learnersRunScripts)
    })
    afterAll(async () => {
      await group?.close()
    })
    // Each step stands on the one before.
    let isBroken = false
    beforeEach(({ skip }) => skip(isBroken, "a step before it failed"))
    afterEach(async ({ task }) => {
      if (task.result?.state !== "fail") return
      isBroken = true
      // What is seen once a month on another machine cannot be looked at again.
      console.error(await group.whereEverybodyIs())
    })

    it("begins with dates and invitations", () => begin(group))
    it("holds its first workshop", () => workshop1(group))
    it("agrees on its projects with the manager", () => agree(group, "Workshop 1"))
    it("practises, each on their own", () => practice1(group))
    it("meets online", () => meeting1(group))
    it("holds its second workshop", () => workshop2(group))
    it("meets again", () => meeting2(group))
    it("draws up rules of use in its third workshop", () => workshop3(group))
    it("plans and holds the information event", () => informationEvent(group))
    it("settles data protection and the roll-out", () => workshop4(group))
    it("reports to the manager", () => report(group))
    it("holds its last workshop", () => workshop5(group))
    it("prepares the assessment", () => prepare(group))
    it("takes stock in rounds of three", () => assessAll(group))
    it("gets its certificates", () => certify(group))
    it("hands its lessons on", () => handOn(group))
    it("leaves nothing behind but these", () => forget(group))
    it("met no fault of a page", () => expect(group.faults()).toEqual([]))
  })
