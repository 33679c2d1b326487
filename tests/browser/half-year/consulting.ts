import type { Page } from "playwright-core"
import { expect } from "vitest"
import { FACILITATOR, type HalfYear, send } from "./group.ts"

const ENDED = "beendet"
const CASE = "Eine Kollegin ruft lieber an"

/** One learner brings a case, the others choose it and advise; the result is the case giver's until shared. */
export async function consult(group: HalfYear, meeting: string): Promise<void> {
  const [giver = "", moderator = "", adviser = ""] = group.learners
  const topics = async (who: string) => {
    const page = await group.goToDate(who, meeting)
    await group.go(who, `${new URL(page.url()).pathname}/beratung`)
    return page
  }
  const own = await topics(giver)
  await own.getByText("Thema einbringen", { exact: true }).first().click()
  await own.getByLabel("Worum geht es?").fill(CASE)
  await send(own, "Speichern")
  for (const learner of group.learners.slice(1)) await send(await topics(learner), /Dafür stimmen/)
  const lead = await topics(FACILITATOR)
  // Nobody votes for their own topic: in a group of three there are two voters, and their votes would be known.
  if (group.learners.length > 3) {
    await lead.getByRole("button", { name: "Abstimmung schließen" }).click()
    await send(lead, /schließen/, lead.getByRole("dialog"))
  } else {
    await lead.getByText("sobald mindestens drei Personen abgestimmt haben").waitFor()
    expect(await lead.getByRole("button", { name: "Abstimmung schließen" }).count()).toBe(0)
  }
  await lead.getByRole("link", { name: /Darüber beraten/ }).click()
  await lead.getByLabel("Moderation").selectOption({ label: moderator })
  await send(lead, "Jetzt beginnen")
  const advising = await topics(adviser)
  await advising.getByRole("link", { name: "Zur laufenden Beratung" }).click()
  const line = advising.getByLabel("Vermutung in einer Zeile")
  // The others' screens go on by themselves, or without scripts when they are loaded anew.
  const follow = async (phase: string) => {
    await group.catchUp(adviser)
    if (phase !== ENDED) await advising.getByText(phase, { exact: true }).first().waitFor()
  }
  await goOn(lead, async () => (await line.count()) > 0, follow)
  await line.fill("Niemand hat es ihr gezeigt")
  await advising.keyboard.press("Enter")
  await lead.getByText("Niemand hat es ihr gezeigt").first().waitFor()
  const ended = lead.getByText(`gehört jetzt ${giver} allein`)
  await goOn(lead, async () => (await ended.count()) > 0)
  expect(await lead.getByText("Niemand hat es ihr gezeigt").count()).toBe(0)
  const result = await topics(giver)
  await result.getByRole("region", { name: "Beratungen" }).getByRole("link", { name: CASE }).click()
  await result.getByText("Niemand hat es ihr gezeigt").first().waitFor()
  await result.getByLabel("Entscheidung und nächster Schritt").fill("Ich zeige es ihr.")
  await send(result, "Speichern")
}

/** From phase to phase, until it shows. */
async function goOn(
  lead: Page,
  isThere: () => Promise<boolean>,
  follow: (phase: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const present = lead.getByText(/^Jetzt \(\d von \d\)$/)
  const read = async () => ((await present.count()) > 0 ? present.first().innerText() : ENDED)
  await follow(await read())
  while (!(await isThere())) {
    const phase = await read()
    if (phase === ENDED) throw new Error("it ended before")
    await send(lead, /^Weiter/)
    await expect.poll(read).not.toBe(phase)
    await follow(await read())
  }
}
