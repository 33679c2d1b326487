import sharp from "sharp"
import supertest from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { picturesIn, placePictures } from "../../server/forum/posts/pictures.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import type { Person } from "../support/world.ts"
import { answer, ask, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: "#aabbcc" } })
    .png()
    .toBuffer()

async function upload(person: Person, name: string, bytes: Buffer): Promise<string> {
  const { body } = await supertest(town.app.server)
    .post("/api/attachments")
    .set("cookie", person.cookie)
    .set("origin", "http://localhost:3000")
    .attach("file", bytes, name)
    .expect(201)
  return body.id
}

const use = (id: string, alternative = "") => ({ id, alternative })
const inText = (id: string, words = "Maske") => `Davor.\n\n![${words}](/anhaenge/${id})\n\nDanach.`
const page = async (person: Person, id: string) => (await person.agent.get(`/fragen/${id}`).expect(200)).text
const images = (html: string) => html.match(/<img[^>]*anhaenge[^>]*>/g) ?? []

describe("a picture in the text", () => {
  it("stands where its author put it, with its size and description, and not once more below", async () => {
    const { mueller, huber } = town.people
    const shown = await upload(mueller, "Maske.png", await picture(2000, 1000))
    const below = await upload(mueller, "Liste.png", await picture(640, 320))
    const id = await ask(mueller, town.categories.open, {
      body: inText(shown),
      attachments: [use(shown, "Die Maske mit der Meldung"), use(below)],
    })
    const html = await page(huber, id)
    expect(images(html)).toEqual([
      `<img class="ff-picture" src="/anhaenge/${shown}" alt="Die Maske mit der Meldung" width="720" height="360" loading="lazy">`,
      expect.stringContaining(
        `<img src="/anhaenge/${below}" alt="Bild ohne Beschreibung: Liste.png" width="320" height="160"`,
      ),
    ])
    const { body } = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(images(body.html)).toHaveLength(1)
    expect(body.text).toContain(`![Maske](/anhaenge/${shown})`)
  })

  it("of another post, of somebody else or taken away is named and not loaded", async () => {
    const { mueller, huber, vogt } = town.people
    const other = await upload(mueller, "Anderswo.png", await picture())
    await ask(mueller, town.categories.open, { attachments: [use(other)] })
    const loose = await upload(huber, "Lose.png", await picture())
    const removed = await upload(mueller, "Weg.png", await picture())
    const id = await ask(mueller, town.categories.open, {
      body: [inText(other, "fremd"), inText(loose, "lose"), inText(removed, "weg")].join("\n\n"),
      attachments: [use(removed)],
    })
    expect(images(await page(huber, id)).map((tag) => /anhaenge\/([\da-f-]+)/.exec(tag)?.[1])).toEqual([
      removed,
    ])
    await vogt.agent.delete(`/api/attachments/${removed}`).expect(204)
    const html = await page(huber, id)
    expect(images(html)).toEqual([])
    for (const words of ["fremd", "lose", "weg"])
      expect(html).toContain(`<span class="ff-no-picture">${words}</span>`)
    await huber.agent.post(`/api/posts/${id}/comments`, { body: inText(other, "im Kommentar") }).expect(201)
    expect(images(await page(huber, id))).toEqual([])
  })

  it("of an answer stands in the answer, and in the preview of a question before it is sent", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const file = await upload(huber, "Weg.png", await picture())
    await answer(huber, id, { body: inText(file), attachments: [use(file, "Der Weg")] })
    expect(images(await page(mueller, id))).toEqual([expect.stringContaining('alt="Der Weg"')])
    const drafted = await upload(mueller, "Maske.png", await picture())
    const { text } = await mueller.agent
      .form("/fragen/neu", {
        step: "preview",
        categoryId: town.categories.open,
        title: "Mit Bild im Text",
        body: `${inText(drafted)}\n\n${inText(file, "fremd")}`,
        attachmentId: drafted,
        attachmentAlternative: "Die Maske",
      })
      .expect(200)
    expect(images(text).filter((tag) => tag.includes("ff-picture"))).toEqual([
      expect.stringContaining('alt="Die Maske"'),
    ])
    expect(text).toContain('<span class="ff-no-picture">fremd</span>')
  })

  it("stays in the order in which the author added it, whenever it arrived", async () => {
    const { mueller, huber } = town.people
    const files = []
    for (const name of ["c.txt", "a.txt", "b.txt"]) files.push(await upload(mueller, name, Buffer.from(name)))
    const [first = "", second = "", third = ""] = files
    const id = await ask(mueller, town.categories.open, {
      attachments: [third, first, second].map((file) => use(file)),
    })
    const names = async () =>
      (await huber.agent.get(`/api/questions/${id}`)).body.attachments.map(
        ({ name }: { name: string }) => name,
      )
    expect(await names()).toEqual(["b.txt", "c.txt", "a.txt"])
    const edit = {
      version: 1,
      title: "Andere Reihenfolge",
      body: "x",
      tags: [],
      wantedBy: null,
      attachments: [use(second), use(third)],
    }
    await mueller.agent.put(`/api/questions/${id}`, edit).expect(204)
    expect(await names()).toEqual(["a.txt", "b.txt"])
  })
})

describe("placing pictures", () => {
  const file = {
    id: "01a2290d-fd54-7420-b8ce-80b6fdc1b56b",
    name: "Maske <1>.png",
    image: true,
    width: 10,
    height: 10,
    alternative: "",
    check: "clean" as const,
  }
  const place = (text: string, files = [file]) => placePictures(renderMarkdown(text, "body"), files)

  it("leads to the whole picture, unless it stands in a link already", () => {
    expect(place(`![x](/anhaenge/${file.id})`)).toMatch(
      /^<p><a href="\/anhaenge\/[\da-f-]+"><img [^>]*><\/a><\/p>$/,
    )
    expect(place(`[![x](/anhaenge/${file.id})](https://example.org/)`)).toMatch(
      /^<p><a href="https:[^>]*><img [^>]*><\/a><\/p>$/,
    )
  })

  it("describes it by its attachment, else by the words in the text, else by its name", () => {
    expect(place(`![im "Text" >](/anhaenge/${file.id})`)).toContain('alt="im &quot;Text&quot; &gt;"')
    expect(place(`![](/anhaenge/${file.id})`)).toContain('alt="Maske &lt;1&gt;.png"')
    expect(place(`![x](/anhaenge/${file.id})`, [{ ...file, alternative: 'Die "Maske"' }])).toContain(
      'alt="Die &quot;Maske&quot;"',
    )
  })

  it("is done once, takes no document for a picture, and knows what it placed", () => {
    const html = place(`![x](/anhaenge/${file.id}) und ![y](/anhaenge/${file.id.replace("0", "1")})`)
    expect(placePictures(html, [])).toBe(html)
    expect([...picturesIn(html)]).toEqual([file.id])
    expect(place(`![x](/anhaenge/${file.id})`, [{ ...file, image: false }])).toBe(
      '<p><span class="ff-no-picture">x</span></p>',
    )
  })
})
