import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createAdmin } from "../../server/accounts/index.ts"
import { nameWords } from "../../server/accounts/people/searching.ts"
import { people } from "../../server/accounts/tables.ts"
import { mailAddress } from "../../server/kernel/addresses.ts"
import { newId } from "../../server/kernel/database.ts"
import { din91379 } from "../../server/kernel/din-91379.ts"
import { compareNames } from "../../server/kernel/order.ts"
import { now } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person

const NAMES = [
  "Sabine Müller",
  "Jürgen Mueller",
  "Tom Muller",
  "Łukasz Wiśniewski",
  "Đorđe Đorđević",
  "Özlem Yıldırım",
  "İbrahim Işık",
  "Søren Kjærgård",
  "Þóra Guðmundsdóttir",
  "Pia Strauß",
  "Gaia D’Angelo",
  "Seán O'Brien",
  "Tomás Oʼneill",
  "Ẓāhir ʿAbd al-Ḥakīm",
  "Đặng Thị Hồng",
  "Anna-Lena Groß-Ćwikła",
  "Dr. Jan ’t Hooft",
  "K̲haled C̆aušević",
  "Νίκος Παπαδόπουλος",
]

async function find(name: string): Promise<string[]> {
  const path = `/api/people?name=${encodeURIComponent(name)}`
  const { body } = await admin.agent.get(path).expect(200)
  return body.items.map((person: { displayName: string }) => person.displayName)
}

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  for (const name of NAMES) await world.person(name, ["clerk"])
})
afterAll(() => world.close())

describe("People are found", () => {
  const MUELLERS = ["Jürgen Mueller", "Sabine Müller"]
  test.each([
    ["Muller", ["Sabine Müller", "Tom Muller"]],
    ["Mueller", MUELLERS],
    ["MÜLLER", [...MUELLERS, "Tom Muller"]],
    ["Mu\u0308ller", [...MUELLERS, "Tom Muller"]],
    ["Müller Sabine", ["Sabine Müller"]],
    ["Müller, Sabine", ["Sabine Müller"]],
    ["sab mue", ["Sabine Müller"]],
    ["üll", [...MUELLERS, "Tom Muller"]],
    ["Lukasz Wisniewski", ["Łukasz Wiśniewski"]],
    ["Dordevic", ["Đorđe Đorđević"]],
    ["Djordjevic", ["Đorđe Đorđević"]],
    ["Oezlem", ["Özlem Yıldırım"]],
    ["YILDIRIM", ["Özlem Yıldırım"]],
    ["Isik Ibrahim", ["İbrahim Işık"]],
    ["Soeren", ["Søren Kjærgård"]],
    ["Soren Kjaergard", ["Søren Kjærgård"]],
    ["kjaergaard", ["Søren Kjærgård"]],
    ["Thora Gudmundsdottir", ["Þóra Guðmundsdóttir"]],
    ["Strauss", ["Pia Strauß"]],
    ["STRAUẞ", ["Pia Strauß"]],
    ["D'Angelo", ["Gaia D’Angelo"]],
    ["D´Angelo", ["Gaia D’Angelo"]],
    ["dangelo gaia", ["Gaia D’Angelo"]],
    ["O’Brien", ["Seán O'Brien"]],
    ["Oneill", ["Tomás Oʼneill"]],
    ["Zahir Abd al Hakim", ["Ẓāhir ʿAbd al-Ḥakīm"]],
    ["Hakim, Zahir", ["Ẓāhir ʿAbd al-Ḥakīm"]],
    ["Dang Thi Hong", ["Đặng Thị Hồng"]],
    ["annalena", ["Anna-Lena Groß-Ćwikła"]],
    ["Anna‑Lena Gross", ["Anna-Lena Groß-Ćwikła"]],
    ["Cwikla", ["Anna-Lena Groß-Ćwikła"]],
    ["Hooft", ["Dr. Jan ’t Hooft"]],
    ["Khaled Causevic", ["K̲haled C̆aušević"]],
    ["Παπαδοπουλος", ["Νίκος Παπαδόπουλος"]],
    ["ΠΑΠΑΔΌΠΟΥΛΟΣ", ["Νίκος Παπαδόπουλος"]],
    ["%", []],
    ["_", []],
    ["’", []],
  ])("by what a keyboard has: %s", async (typed, found) => {
    expect(await find(typed)).toEqual(found.toSorted(compareNames))
  })

  test("by the search form of every letter of DIN 91379, and by the letter itself", async () => {
    const letters = din91379("bll")
    const { rows } = await world.db.$client.query<{ letter: string; key: string }>(
      "select letter, name_key(letter) as key from unnest($1::text[]) letter",
      [letters],
    )
    expect(rows).toHaveLength(649)
    for (const { letter, key } of rows) {
      expect(key, letter).toMatch(/^[a-z]+( [a-z]+)*$/)
      // The database and what is typed are folded by two pieces of code that have to agree.
      const spellings = nameWords(letter).flat()
      for (const spelling of spellings) expect(key.split(" "), letter).toContain(spelling)
      expect(key.split(" "), letter).toContain(searchForm(letter))
    }
  })
})

/** The search form that DIN 91379 gives, from its own rules for the letters that have more than a mark. */
function searchForm(letter: string): string {
  const apart = letter.toLowerCase().normalize("NFD")
  const whole = apart
    .replace(/([aou])(\p{M}*)\u0308/u, "$1e")
    .replace(/a(\p{M}*)\u030a/u, "aa")
    .replace(/\p{M}/gu, "")
  return [...whole].map((one) => OTHERS[one] ?? one).join("")
}
const OTHERS: Record<string, string> = {
  æ: "ae",
  œ: "oe",
  ø: "oe",
  ß: "ss",
  þ: "th",
  ĳ: "ij",
  ð: "d",
  đ: "d",
  ħ: "h",
  ł: "l",
  ŀ: "l",
  ŋ: "n",
  ŉ: "n",
  ŧ: "t",
  ƈ: "c",
  ə: "e",
  ɨ: "i",
  ı: "i",
  ʒ: "z",
  ǥ: "g",
  ĸ: "k",
}

describe("The list of people", () => {
  test("is in German order over all its pages", async () => {
    const bases = [
      "Äcker",
      "Acker",
      "Zoe",
      "Öztürk",
      "Oster",
      "Ünal",
      "Uhl",
      "Đặng",
      "Test 2",
      "Test 10",
      "äcker",
    ]
    const many = bases.flatMap((base) => [base, `${base} A`, `${base}-Ä`, `${base} Ž`, `${base} ß`])
    await world.db.insert(people).values(
      many.map((displayName, n) => ({
        id: newId(),
        displayName,
        email: `viele-${n}@example.org`,
        roles: ["clerk" as const],
        createdAt: now(),
      })),
    )
    const seen: string[] = []
    let after = ""
    do {
      const { body } = await admin.agent.get(`/api/people${after}`).expect(200)
      seen.push(...body.items.map((person: { displayName: string }) => person.displayName))
      after = body.next ? `?after=${body.next}` : ""
    } while (after !== "")
    expect(seen).toHaveLength(many.length + NAMES.length + 1)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(seen.toSorted(compareNames))
    expect(seen.indexOf("Äcker")).toBeLessThan(seen.indexOf("Zoe"))
  })
})

describe("An address with umlauts in its domain", () => {
  const create = (email: string) =>
    admin.agent.post("/api/people", {
      displayName: "Iris Köln",
      email,
      roles: ["clerk"],
      departmentIds: [],
    })

  test("is stored and shown as written, and belongs to one person in every spelling", async () => {
    const { body } = await create("Info@Müller-Köln.de").expect(201)
    const person = await admin.agent.get(`/api/people/${body.id}`).expect(200)
    expect(person.body.email).toBe("Info@Müller-Köln.de")
    for (const same of ["info@müller-köln.de", "INFO@xn--mller-kln-67a3d.de", "info@mu\u0308ller-köln.DE"]) {
      const again = await create(same).expect(409)
      expect(again.body.errors).toMatchObject([{ field: "email", code: "people.email-taken" }])
    }
    for (const typed of ["müller-köln", "xn--mller-kln", "MÜLLER-KÖLN.DE"])
      expect(await find(typed)).toContain("Iris Köln")
  })

  test("can be changed to and from", async () => {
    const { body } = await create("eins@example.org").expect(201)
    await admin.agent.patch(`/api/people/${body.id}`, { email: "eins@größe.de" }).expect(204)
    await create("EINS@größe.de").expect(409)
    await admin.agent.patch(`/api/people/${body.id}`, { email: "eins@example.org" }).expect(204)
    await create("eins@größe.de").expect(201)
  })

  test("signs in in every spelling", async () => {
    const password = "Drei Birnen im Regal"
    await createAdmin(world.db, { displayName: "Amt", email: "amt@bürgerbüro.de", password })
    for (const email of ["amt@bürgerbüro.de", "AMT@BÜRGERBÜRO.DE", mailAddress("amt@bürgerbüro.de")])
      await world.nobody.post("/api/sign-in", { email, password }).expect(204)
  })

  test("is refused with a reason where its first part has umlauts", async () => {
    const refused = await create("jörg@example.org").expect(422)
    expect(refused.body.errors).toMatchObject([{ field: "email", code: "people.email-local" }])
    expect(refused.body.errors[0].title).toContain("Vor dem @")
    await expect(createAdmin(world.db, { displayName: "Jörg", email: "jörg@köln.de" })).rejects.toThrow(
      "people.email-local",
    )
  })
})
