import { expect, it } from "vitest"
import { inRounds } from "../../server/kernel/rounds.ts"
import { currentWaiting, Waiting, whileWaiting } from "../../server/kernel/waiting.ts"

it("works on what gathered together, each round begun after all in it was asked for", async () => {
  const rounds: number[][] = []
  const double = inRounds(async (numbers: number[]) => {
    rounds.push(numbers)
    if (numbers.includes(13)) throw new Error("unlucky")
    return numbers.map((one) => one * 2)
  })
  const first = [double(1), double(2)]
  const second = first[0]?.then(() => Promise.all([double(3), double(4)]))
  expect(await Promise.all(first)).toEqual([2, 4])
  expect(await second).toEqual([6, 8])
  await expect(double(13)).rejects.toThrow("unlucky")
  expect(await double(5)).toBe(10)
  expect(rounds).toEqual([[1, 2], [3, 4], [13], [5]])
})

it("takes no time of the request that begins a round", async () => {
  const left: (number | undefined)[] = []
  const note = async (all: number[]) => {
    left.push(currentWaiting()?.left)
    return all
  }
  const [inBackground, limited] = [inRounds(note), inRounds(note, 5000)]
  await whileWaiting(new Waiting(-1), async () => [await inBackground(1), await limited(1)])
  expect(left).toEqual([undefined, 5000])
})
