import { describe, expect, it } from "vitest"
import { proposeRounds } from "../../server/qualification/assessments/proposal.ts"
import { proposeSentences } from "../../server/qualification/assessments/sentences.ts"

/** Learner ← peer, and minutes after the start. */
const short = (learners: string, facilitators: [string, ...string[]] = ["F"]) =>
  proposeRounds([...learners], facilitators).map(
    ({ learner, peer, facilitator, offset }) => `${learner}←${peer ?? "–"} ${facilitator} ${offset}`,
  )

describe("the proposal of rounds", () => {
  it.each([
    ["", []],
    ["A", ["A←– F 0"]],
    ["AB", ["A←B F 0", "B←A F 40"]],
    ["ABC", ["A←B F 0", "B←A F 40", "C←A F 90"]],
    ["ABCD", ["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130"]],
    ["ABCDE", ["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130", "E←A F 180"]],
    ["ABCDEF", ["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130", "E←F F 180", "F←E F 220"]],
    ["ABCDEFG", ["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130", "E←F F 180", "F←E F 220", "G←A F 270"]],
    [
      "ABCDEFGH",
      [
        ...["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130"],
        ...["E←F F 180", "F←E F 220", "G←H F 270", "H←G F 310"],
      ],
    ],
    [
      "ABCDEFGHI",
      [
        ...["A←B F 0", "B←A F 40", "C←D F 90", "D←C F 130"],
        ...["E←F F 180", "F←E F 220", "G←H F 270", "H←G F 310", "I←A F 360"],
      ],
    ],
  ])("for %j", (learners, rounds) => {
    expect(short(learners)).toEqual(rounds)
  })

  it("lets two facilitators take turns, at the same time", () => {
    expect(short("ABCDE", ["F", "G"])).toEqual(["A←B F 0", "B←A F 40", "C←D G 0", "D←C G 40", "E←A F 90"])
  })

  it("gives everybody one round, nobody themselves, and lets at most one serve twice", () => {
    for (let count = 2; count <= 30; count += 1) {
      const learners = Array.from({ length: count }, (_, index) => `L${index}`)
      const rounds = proposeRounds(learners, ["F"])
      expect(rounds.map(({ learner }) => learner).toSorted()).toEqual(learners.toSorted())
      expect(rounds.every(({ learner, peer }) => peer !== null && peer !== learner)).toBe(true)
      const served = learners.map((one) => rounds.filter(({ peer }) => peer === one).length)
      expect(served.filter((times) => times > 1)).toHaveLength(count % 2)
    }
  })
})

describe("the proposed sentences", () => {
  it("say what was agreed, the highest level first, and nothing where there is nothing yet", () => {
    const agreed = [
      { competence: "digcomp@2.2:2.2", level: 2 },
      { competence: "fachforum@1.0:A.1", level: 3 },
      { competence: "digcomp@2.2:4.2", level: 0 },
    ]
    expect(proposeSentences("Sabine Müller", agreed, "de")).toBe(
      [
        "Sabine Müller gewinnt andere für eine Neuerung und plant mit ihnen die Einführung.",
        "Sabine Müller teilt Wissen von sich aus so, dass andere es verstehen und wiederfinden.",
      ].join("\n"),
    )
    expect(proposeSentences("Sabine Müller", agreed, "en")).toContain(
      "Sabine Müller shares knowledge unasked",
    )
    expect(proposeSentences("Sabine Müller", [], "de")).toBe("")
  })
})
