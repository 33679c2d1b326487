import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"
import {
  describeInBrowser,
  expectTyped,
  openBrowser,
  openPage,
  openServedWorld,
  sendIntoTheGap,
  VIEWPORTS,
  type Visit,
  visit,
} from "./support.ts"

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

describeInBrowser("small scripts", () => {
  let town: Town
  let browser: Browser
  beforeAll(async () => {
    town = await openTown(openServedWorld())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const open = async (person: Person, path: string, how?: Visit) => {
    const page = await openPage(await visit(browser, town, person, how), path)
    const writes = how?.javaScript !== false && (await page.locator("[data-personal-data]").count()) > 0
    if (writes) await helpHasCome(page)
    return page
  }
  const thread = () => ask(town.people.mueller, town.categories.open)

  it("format a text by button and by key, in steps that can be undone", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const field = page.locator("textarea[data-markdown]").first()
    await field.fill("Ab Mitteilung")
    await field.press("Control+A")
    await field.press("Control+b")
    await expect.poll(() => field.inputValue()).toBe("**Ab Mitteilung**")
    await field.press("Control+z")
    await expect.poll(() => field.inputValue()).toBe("Ab Mitteilung")
    await page.getByRole("toolbar").first().getByRole("button", { name: "Aufzählung" }).click()
    expect(await field.inputValue()).toBe("- Ab Mitteilung")
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("make Markdown of what Word pastes, and offer the plain text and the way back by keyboard", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const selector = "textarea[data-markdown]"
    const field = page.locator(selector).first()
    await field.fill("Davor ")
    await paste(page, selector, { html: WORD, text: "\u2022\tMiete\r\n\u2022\tHeizung" })
    const panel = page.getByRole("group", { name: "Eingefügter Text" }).first()
    await panel.waitFor()
    expect(await field.inputValue()).toBe("Davor \n\n- **Miete**\n- Heizung")
    expect(await panel.textContent()).toContain("Mit Formatierung eingefügt.")
    await field.press("Tab")
    expect(await focused(page)).toBe("Nur Text einfügen")
    await page.keyboard.press("Enter")
    expect(await field.inputValue()).toBe("Davor \u2022\tMiete\n\u2022\tHeizung")
    expect(await panel.isVisible()).toBe(false)
    await field.press("Control+z")
    expect(await field.inputValue()).toBe("Davor \n\n- **Miete**\n- Heizung")
    await field.press("Control+z")
    expect(await field.inputValue()).toBe("Davor ")
    // A comment has no toolbar, and is Markdown all the same. What says nothing more than the text needs no notice.
    await page.locator("[data-in-place]").first().click()
    await page.locator("textarea[data-markdown-short]:focus").waitFor()
    await paste(page, "textarea[data-markdown-short]", { html: "<p>ganz <i>kurz</i></p>", text: "ganz kurz" })
    const comment = page.locator("textarea[data-markdown-short]").first()
    await expect.poll(() => comment.inputValue()).toBe("ganz _kurz_")
    await comment.fill("")
    await paste(page, "textarea[data-markdown-short]", { html: "<div>ohne Form</div>", text: "ohne Form" })
    await expect.poll(() => comment.inputValue()).toBe("ohne Form")
    expect(
      await page.getByRole("group", { name: "Eingefügter Text" }).filter({ visible: true }).count(),
    ).toBe(0)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("go on with a list by Enter, and put in a table by a button, in steps that can be undone", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const field = page.locator("textarea[data-markdown]").first()
    await field.focus()
    await page.keyboard.type("1. Miete")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Heizung")
    expect(await field.inputValue()).toBe("1. Miete\n2. Heizung")
    await page.keyboard.press("Shift+Enter")
    expect(await field.inputValue()).toBe("1. Miete\n2. Heizung\n")
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    expect(await field.inputValue()).toBe("1. Miete\n2. Heizung\n\n")
    await page.getByRole("toolbar").first().getByRole("button", { name: "Tabelle" }).click()
    await page.keyboard.type("Jahr")
    expect(await field.inputValue()).toContain("\n\n| Jahr | Spalte 2 |\n| --- | --- |\n|  |  |\n|  |  |")
    for (let step = 0; step < 40 && (await field.inputValue()) !== ""; step++) await field.press("Control+z")
    expect(await field.inputValue()).toBe("")
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("count what is left while one types, cut nothing, and send nothing that is too long", async () => {
    const page = await open(town.people.mueller, `/fragen/neu?kategorie=${town.categories.open}`)
    const title = page.getByLabel("Titel")
    await title.pressSequentially("Miete 😀")
    await page.getByText("Noch 153 von 160 Zeichen").waitFor()
    const long = "x".repeat(1_172)
    await title.fill(long)
    expect(await title.inputValue()).toBe(long)
    await page.getByText("1.012 Zeichen zu lang. Höchstens 160 sind möglich.").first().waitFor()
    expect(await title.getAttribute("aria-invalid")).toBe("true")
    const body = page.locator("textarea[name=body]")
    await body.fill("Zeile\nZeile")
    await page.getByText("Noch 39.989 von 40.000 Zeichen").waitFor()
    await page.locator("button[name=step][value=publish]:visible").first().click()
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(new URL(page.url()).pathname).toBe("/fragen/neu")
    await title.fill("Welche Miete gilt hier?")
    expect(await title.getAttribute("aria-invalid")).toBeNull()
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("give the toolbar one stop for the tab key and arrows within", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const bar = page.getByRole("toolbar").first()
    await bar.getByRole("button", { name: "Fett" }).focus()
    await page.keyboard.press("ArrowRight")
    expect(await focused(page)).toBe("Kursiv")
    await page.keyboard.press("End")
    await page.keyboard.press("ArrowRight")
    expect(await focused(page)).toBe("Fett")
    await page.keyboard.press("Tab")
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA")
    await page.context().close()
  })

  it("show a preview that the server renders, and the text again", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const field = page.locator("textarea[data-markdown]").first()
    await field.fill("# Frist\n\n**Drei** Tage <img src=x onerror=alert(1)>")
    const button = page.getByRole("button", { name: "Vorschau" }).first()
    await button.click()
    const preview = page.getByRole("region", { name: "Vorschau" }).first()
    await preview.getByText("Drei").waitFor()
    expect(await preview.locator("strong").textContent()).toBe("Drei")
    expect(await preview.locator("img").count()).toBe(0)
    expect(await field.isVisible()).toBe(false)
    await button.click()
    expect(await field.isVisible()).toBe(true)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("mark what looks like personal data and blacken it by one click, without sending anything", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const requests: string[] = []
    const field = page.locator("textarea[data-markdown]").first()
    const panel = page.getByRole("group", { name: "Mögliche personenbezogene Angaben" }).first()
    await page.waitForLoadState("networkidle")
    page.on("request", (request) => requests.push(request.url()))
    await field.fill("Frau Kowalski (kowalski@example.org) fragt nach der Miete.")
    await panel.getByText("2 Stellen sehen nach Angaben zu Personen aus").waitFor()
    await panel.getByRole("button", { name: "Schwärzen: [Name]" }).click()
    expect(await field.inputValue()).toBe("Frau [Name] (kowalski@example.org) fragt nach der Miete.")
    expect(await focused(page)).toContain("Schwärzen: [E-Mail]")
    await page.keyboard.press("Enter")
    expect(await field.inputValue()).toBe("Frau [Name] ([E-Mail]) fragt nach der Miete.")
    await expect.poll(() => panel.getByRole("button").count()).toBe(0)
    await field.press("Control+z")
    expect(await field.inputValue()).toContain("kowalski@example.org")
    expect(requests.filter((address) => !address.includes("/assets/"))).toEqual([])
    await page.context().close()
  })

  it("help with a pasted mail: the subject becomes the title, the trimmings go one by one", async () => {
    const page = await open(town.people.mueller, `/fragen/neu?kategorie=${town.categories.open}`)
    const field = page.locator("textarea[data-paste-mail]")
    await paste(page, "textarea[data-paste-mail]", MAIL)
    const panel = page.getByRole("region", { name: "Eingefügte E-Mail" })
    const title = page.locator("input[name=title]")
    await panel.waitFor()
    await expect.poll(() => title.inputValue()).toBe("Mieterhöhung zum 1. März")
    expect(await panel.textContent()).toContain("Der Betreff steht jetzt im Titel.")
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await panel.getByRole("button", { name: /^Entfernen Anrede/ }).click()
    expect(await field.inputValue()).not.toContain("Sehr geehrte")
    await panel.getByRole("button", { name: "Alles davon entfernen" }).click()
    expect(await field.inputValue()).toBe("ab wann gilt die neue Miete?")
    expect(await panel.isVisible()).toBe(false)
    // What was removed, in two steps, is a click away.
    await page.getByRole("button", { name: "Entferntes wieder einsetzen" }).click()
    expect(await field.inputValue()).toBe(MAIL)
    // A title that somebody wrote is theirs; the subject is only offered.
    await title.fill("Mein Titel")
    await field.fill("")
    await paste(page, "textarea[data-paste-mail]", MAIL)
    expect(await title.inputValue()).toBe("Mein Titel")
    await panel.getByRole("button", { name: /Betreff als Titel/ }).click()
    expect(await title.inputValue()).toBe("Mieterhöhung zum 1. März")
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("open the fold that an address names, as a page comes and within it", async () => {
    const page = await open(town.people.huber, "/suche?q=Miete#suchhilfe")
    const fold = page.locator("details#suchhilfe")
    await expect.poll(() => fold.getAttribute("open")).not.toBeNull()
    await fold.locator("summary").click()
    await page.evaluate(() => {
      location.hash = ""
      location.hash = "suchhilfe"
    })
    await expect.poll(() => fold.getAttribute("open")).not.toBeNull()
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("keep a text that was not sent, offer it, and forget it once it is sent", async () => {
    const id = await thread()
    const page = await open(town.people.huber, `/fragen/${id}`)
    const field = page.locator("textarea[data-markdown]").first()
    await field.fill("Ein angefangener Gedanke")
    await page.goto("/fragen")
    await page.goto(`/fragen/${id}`)
    const offer = page.getByRole("region", { name: "Nicht gesendeter Text" })
    expect(await field.inputValue()).toBe("")
    await offer.getByRole("button", { name: "Wiederherstellen" }).click()
    expect(await field.inputValue()).toBe("Ein angefangener Gedanke")
    await sendOf(page, field).click()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    expect(await keptKeys(page)).toEqual([])
    await page.context().close()
  })

  it("keep a text through preview and check, and forget it when it is published", async () => {
    const page = await open(town.people.mueller, `/fragen/neu?kategorie=${town.categories.open}`)
    await page.getByLabel("Titel").fill("Welche Frist gilt hier?")
    await page.locator("textarea[name=body]").fill("Frau Kowalski fragt nach der Frist.")
    await page.locator("button[name=step][value=preview]").click()
    await expect.poll(() => keptKeys(page)).toHaveLength(1)
    await page.waitForLoadState("networkidle")
    expect(await page.getByRole("region", { name: "Nicht gesendeter Text" }).count()).toBe(0)
    await page.locator("button[name=step][value=publish]:visible").click()
    await page.locator("button[name=step][value=as-is]").click()
    await page.getByText("Ihre Frage ist veröffentlicht").waitFor()
    expect(await keptKeys(page)).toEqual([])
    await page.context().close()
  })

  it("keep nothing beyond the session", async () => {
    const person = await town.person("Nur kurz da", ["clerk"], [town.departments.clerks])
    const page = await open(person, `/fragen/${await thread()}`)
    await page.locator("textarea[data-markdown]").first().fill("Nicht für andere")
    await expect.poll(() => keptKeys(page)).toHaveLength(1)
    await page.locator(".ff-person summary").click()
    await page.locator(".ff-person").getByRole("button", { name: "Abmelden" }).click()
    await page.waitForURL((url) => !url.pathname.startsWith("/fragen/"))
    expect(await keptKeys(page)).toEqual([])
    await page.context().close()
  })

  it("send a file as it is chosen, a screenshot as it is pasted, and both with the post only once", async () => {
    const id = await thread()
    const page = await open(town.people.huber, `/fragen/${id}`)
    const form = page.locator("form:has([data-upload])").first()
    const field = form.locator("textarea[data-markdown]").first()
    await choose(form, file("Maske.png", PNG))
    await form.locator("[data-upload-name]", { hasText: "Maske.png" }).waitFor()
    await form
      .getByLabel(/^Bildbeschreibung/)
      .first()
      .fill("Die Maske mit dem Fehler")
    await paste(page, "form:has([data-upload]) textarea[data-markdown]", PNG)
    await form.locator("[data-upload-name]", { hasText: "Bildschirmfoto" }).waitFor()
    expect(await form.locator("[data-upload-name]", { hasText: "Bildschirmfoto" }).textContent()).toMatch(
      /^Bildschirmfoto \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.png$/,
    )
    await form.getByRole("button", { name: /^Entfernen Bildschirmfoto/ }).click()
    await form.getByText("stand auch im Text").waitFor()
    expect(await field.inputValue()).toBe("")
    await choose(form, file(`Bescheid_${"x".repeat(90)}.txt`, Buffer.from("Frist: 31. Juli")))
    await form.locator("[data-upload-name]", { hasText: "Bescheid_" }).waitFor()
    await field.fill("Siehe Anhang.")
    await form.locator("button[type=submit]").first().click()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    expect(await page.locator(".ff-post--answer img").count()).toBe(1)
    expect(await page.getByAltText("Die Maske mit dem Fehler").count()).toBe(1)
    await page.setViewportSize(VIEWPORTS.smallest)
    // The long name of the file breaks.
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(VIEWPORTS.smallest.width)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("put a pasted screenshot where the cursor is, in one step that can be undone, and show it there", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const form = page.locator("form:has([data-upload])").first()
    const field = form.locator("textarea[data-markdown]").first()
    await field.pressSequentially("Vorher nachher")
    await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(7, 7))
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route("**/api/attachments", async (route) => {
      await held
      await route.continue()
    })
    await paste(page, "form:has([data-upload]) textarea[data-markdown]", PNG)
    await expect
      .poll(() => field.inputValue())
      .toMatch(/^Vorher !\[Bildschirmfoto .* wird hochgeladen\]\(\S+\)nachher$/)
    await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(0, 0))
    await field.pressSequentially("Und ")
    letGo()
    await expect
      .poll(() => field.inputValue())
      .toMatch(/^Und Vorher !\[Bildschirmfoto [^\]]*\]\(\/anhaenge\/[\da-f-]{36}\)nachher$/)
    expect(await field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(4)
    const withPicture = await field.inputValue()
    await field.press("Control+z")
    await expect.poll(() => field.inputValue()).not.toContain("hochgeladen")
    await field.press("Control+Shift+z")
    await expect.poll(() => field.inputValue()).not.toContain("hochgeladen")
    await field.fill(withPicture)
    expect(await form.getByText("Noch ohne Beschreibung").isVisible()).toBe(true)
    await form
      .getByLabel(/^Bildbeschreibung/)
      .first()
      .fill("Die Maske")
    expect(await form.getByText("Noch ohne Beschreibung").isVisible()).toBe(false)
    await form.getByRole("button", { name: "Vorschau" }).click()
    await form.getByRole("region", { name: "Vorschau" }).getByAltText("Die Maske").waitFor()
    await form.locator("button[type=submit]").first().click()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    expect(await page.locator(".ff-post--answer .ff-prose img").getAttribute("alt")).toBe("Die Maske")
    expect(await page.locator(".ff-post--answer img").count()).toBe(1)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("say in words why a file is not taken, and send nothing before that is decided", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const form = page.locator("form:has([data-upload])").first()
    const field = form.locator("textarea[data-markdown]").first()
    await field.fill("Siehe Anhang.")
    await choose(
      form,
      file("Programm.exe", Buffer.from("MZ\0\0")),
      file("Scan.pdf", Buffer.alloc(10 * 1024 * 1024 + 1, "x")),
    )
    const said = form.getByRole("alert")
    await expect.poll(() => said.count()).toBe(2)
    expect((await said.allTextContents()).toSorted()).toEqual([
      expect.stringMatching(/^Programm.exe: Programme und Skripte sind nicht möglich/),
      expect.stringMatching(/^Scan.pdf: Die Datei ist größer als 10 MB. Bitte verkleinern/),
    ])
    const submit = form.locator("button[type=submit]").first()
    await submit.click()
    await form.getByText("Noch nicht gesendet").first().waitFor()
    expect(await focused(page)).toContain("Ohne diese Datei fortfahren")
    await page.keyboard.press("Enter")
    await submit.click()
    await expect.poll(() => focused(page)).toContain("Ohne diese Datei fortfahren")
    expect(await said.count()).toBe(1)
    await page.keyboard.press("Enter")
    await submit.click()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    await page.context().close()
  })

  it("take eight files and name the others", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const form = page.locator("form:has([data-upload])").first()
    const names = Array.from({ length: 10 }, (_, index) => `Notiz ${index}.txt`)
    await choose(form, ...names.map((name) => file(name, Buffer.from(name))))
    await form.getByText("Notiz 8.txt, Notiz 9.txt: Ein Beitrag kann höchstens 8 Dateien haben").waitFor()
    await expect.poll(() => form.locator("[data-upload-new]").count()).toBe(8)
    expect(await form.locator("[data-upload-name]").allTextContents()).toEqual(names.slice(0, 8))
    await page.context().close()
  })

  it("keep the text where an upload breaks off, and try again", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    const form = page.locator("form:has([data-upload])").first()
    const field = form.locator("textarea[data-markdown]").first()
    await field.fill("Der Fehler:")
    await page.context().setOffline(true)
    await paste(page, "form:has([data-upload]) textarea[data-markdown]", PNG)
    await form.getByText("Keine Verbindung. Die Datei ist nicht dabei.").first().waitFor()
    expect(await field.inputValue()).toBe("Der Fehler:")
    await page.context().setOffline(false)
    await form.getByRole("button", { name: /^Noch einmal versuchen/ }).click()
    await form.locator("[data-upload-name]", { hasText: "Bildschirmfoto" }).waitFor()
    await form.getByRole("button", { name: /^In den Text einfügen/ }).click()
    expect(await field.inputValue()).toMatch(/^Der Fehler:!\[Bildschirmfoto .*\]\(\/anhaenge\/\S+\)$/)
    await page.context().close()
  })

  it("get what helps with writing once the line is back", async () => {
    const page = await open(town.people.huber, "/")
    let isGone = true
    await page.route(/\/assets\/writing-/, (route) =>
      isGone ? route.abort("internetdisconnected") : route.continue(),
    )
    const refused = page.waitForEvent("requestfailed", (request) =>
      request.url().includes("/assets/writing-"),
    )
    await page.goto(`/fragen/${await thread()}`)
    await page.locator("textarea[data-markdown]").first().focus()
    await refused
    isGone = false
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    const field = page.locator("textarea[data-markdown]").first()
    await expect
      .poll(async () => {
        await field.fill("- Bescheid")
        await field.press("End")
        await field.press("Enter")
        return field.inputValue()
      })
      .toBe("- Bescheid\n- ")
    expect(page.faults.filter((fault) => !fault.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([])
    await page.context().close()
  })

  it("stay on the page without a connection, in any form, and send when the person says so", async () => {
    const id = await thread()
    for (const [path, form, text] of [
      [`/fragen/${id}`, "form:has([data-upload])", "textarea[data-markdown]"],
      ["/suche", "main form", "input[type=search]"],
      [`/fragen/neu?kategorie=${town.categories.open}`, "#verfassen", "input[name=title]"],
    ] as const) {
      const page = await open(town.people.huber, path)
      const own = page.locator(form).first()
      await own.locator(text).first().fill("Ab Mitteilung der Änderung")
      await page.context().setOffline(true)
      await own.locator("[type=submit]").first().click()
      await own.getByRole("alert").getByText("Keine Verbindung zum Forum").waitFor()
      expect(await own.locator(text).first().inputValue()).toBe("Ab Mitteilung der Änderung")
      expect(page.url()).toContain(path)
      await page.context().setOffline(false)
      await own.getByText("Die Verbindung ist wieder da.").waitFor()
      await own.getByRole("button", { name: "Jetzt senden" }).click()
      await own.getByText("Die Verbindung ist wieder da.").waitFor({ state: "detached" })
      expect(page.faults.filter((fault) => !fault.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([])
      await page.context().close()
    }
    const { body } = await town.people.huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(body.answers.map(({ text }: { text: string }) => text)).toEqual(["Ab Mitteilung der Änderung"])
  })

  it("lose nothing where the line goes between the question whether it is there and the sending", async () => {
    for (const path of [`/fragen/${await thread()}`, `/fragen/neu?kategorie=${town.categories.open}`]) {
      const page = await open(town.people.huber, path)
      const field = page.locator("textarea[data-markdown]").first()
      await sendIntoTheGap(page, field, "Ab Mitteilung der Änderung")
      await page.goBack()
      await expectTyped(page, field, "Ab Mitteilung der Änderung")
      await page.goto(path)
      await expectTyped(page, field, "Ab Mitteilung der Änderung")
      await page.context().close()
    }
  })

  it("stay on the page while a proxy finds no server behind it", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    await page.route("**/health/live", (route) => route.fulfill({ status: 502, body: "Bad Gateway" }))
    const form = page.locator("form:has([data-upload])").first()
    await form.locator("textarea[data-markdown]").fill("Ab Mitteilung der Änderung")
    await form.locator("button[type=submit]").first().click()
    await form.getByRole("alert").getByText("Keine Verbindung zum Forum").waitFor()
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  it("ask before something is withdrawn, with the focus back where it came from", async () => {
    const id = await thread()
    await answer(town.people.huber, id)
    const page = await open(town.people.huber, `/fragen/${id}`)
    const form = page.locator(".ff-post--answer form[data-confirm]").first()
    await page.locator(".ff-post--answer details:has(form[data-confirm]) > summary").first().click()
    const button = form.getByRole("button")
    await button.click()
    const dialog = page.getByRole("dialog")
    await dialog.waitFor()
    expect(await focused(page)).toBe("Abbrechen")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await button.click()
    await dialog.getByRole("button", { name: "Zurückziehen" }).click()
    await page.getByText("Der Beitrag ist zurückgezogen").waitFor()
    await page.context().close()
  })

  it("send a form once, however often its button is pressed", async () => {
    const id = await thread()
    const page = await open(town.people.huber, `/fragen/${id}`)
    let posts = 0
    const pressed = Promise.withResolvers<void>()
    await page.route("**/antworten", async (route) => {
      posts += 1
      await pressed.promise
      await route.continue()
    })
    const field = page.locator("textarea[data-markdown]").first()
    await field.fill("Nur einmal.")
    await sendOf(page, field).dblclick({ noWaitAfter: true })
    pressed.resolve()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    expect(posts).toBe(1)
    await page.context().close()
  })

  it("offer what is new in a thread without moving it, and keep what somebody is writing", async () => {
    const { huber, vogt, mueller } = town.people
    const id = await thread()
    const page = await open(huber, `/fragen/${id}`, { viewport: "phone" })
    await subscribed(page)
    const field = page.locator("textarea[data-markdown]").first()
    await field.fill("Ich schreibe gerade")
    const before = await field.evaluate((element) => element.getBoundingClientRect().top + scrollY)
    const answerId = await answer(vogt, id)
    const offer = page.getByRole("status").getByRole("button")
    await offer.getByText("1 neue Antwort anzeigen").waitFor()
    await answer(mueller, id)
    await offer.getByText("2 neue Antworten anzeigen").waitFor()
    expect(await field.evaluate((element) => element.getBoundingClientRect().top + scrollY)).toBe(before)
    await offer.click()
    await page.locator(`[id="${answerId}"]`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(answerId)
    expect(await field.inputValue()).toBe("Ich schreibe gerade")
    expect(await offer.count()).toBe(0)
    // What is for those without scripts does not come in with the new content.
    expect(await page.locator("noscript *").count()).toBe(0)
    await sendOf(page, field).click()
    await page.getByText("Ihre Antwort ist veröffentlicht").waitFor()
    expect(await page.locator(".ff-post--answer").count()).toBe(3)
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it("show the present state at once, and announce that the department asked back, without touching what is typed", async () => {
    const { mueller, vogt } = town.people
    const id = await thread()
    const asker = await open(mueller, `/fragen/${id}`)
    const department = await open(vogt, `/fragen/${id}`)
    await Promise.all([subscribed(asker), subscribed(department)])
    const badge = asker.locator("#stand")
    await vogt.agent.post(`/api/questions/${id}/take`, {}).expect(204)
    await badge.getByText("in Bearbeitung").waitFor()
    await asker.locator("[data-in-place]").first().click()
    const comment = asker.locator("textarea[data-markdown-short]").first()
    await comment.fill("Ich ergänze gerade")
    await vogt.agent.post(`/api/questions/${id}/ask-back`, { body: "Welcher Zeitraum?" }).expect(201)
    const offer = asker.getByRole("status").getByRole("button")
    await offer.getByText("Die Fachabteilung hat eine Rückfrage gestellt.").waitFor()
    await badge.getByText("Rückfrage").waitFor()
    expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true)
    await offer.click()
    const card = asker.locator("#rueckfrage")
    await card.getByText("Welcher Zeitraum?").waitFor()
    expect(await card.locator("textarea").inputValue()).toBe("Ich ergänze gerade")
    // The department sees that it waits, what it did, and then the reply.
    const told = department.getByRole("status").getByRole("button")
    await told.click()
    await department.getByText("Die Fachabteilung hat nachgefragt.").waitFor()
    await card.locator("button[type=submit]").click()
    await told.getByText("Die Rückfrage ist beantwortet.").waitFor()
    await told.click()
    await department.getByText("Ich ergänze gerade").waitFor()
    await department.locator("#stand").getByText("Rückfrage").waitFor({ state: "detached" })
    expect([...asker.faults, ...department.faults]).toEqual([])
    await Promise.all([asker.context().close(), department.context().close()])
  })

  it("say that a text was edited, and stay silent about what nobody has to see", async () => {
    const { huber, mueller, vogt } = town.people
    const id = await thread()
    const answerId = await answer(vogt, id)
    const page = await open(huber, `/fragen/${id}`)
    await subscribed(page)
    await page.evaluate(rememberOffers)
    await mueller.agent.put(`/api/posts/${answerId}/marks/helpful`).expect(204)
    const offer = page.getByRole("status").getByRole("button")
    const { body } = await vogt.agent.get(`/api/questions/${id}`).expect(200)
    const edit = { version: body.answers[0].version, body: "Ab Mitteilung der Änderung." }
    await vogt.agent.put(`/api/answers/${answerId}`, edit).expect(204)
    await offer.getByText("Der Beitrag wurde geändert").waitFor()
    // What comes after the mark has come, and nothing was offered for the mark.
    expect(await page.evaluate(() => document.body.dataset.offered)).toBe(
      "Der Beitrag wurde geändert – neu anzeigen",
    )
    await offer.click()
    await page.getByText("Ab Mitteilung der Änderung.").first().waitFor()
    await page.context().close()
  })

  it("catch up with what was missed while the connection was lost", async () => {
    const id = await thread()
    const page = await open(town.people.huber, `/fragen/${id}`)
    await subscribed(page)
    await page.context().setOffline(true)
    await page.evaluate(() => window.dispatchEvent(new Event("pagehide")))
    await answer(town.people.vogt, id)
    await page.context().setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })))
    await page.getByRole("status").getByText("1 neue Antwort anzeigen").waitFor()
    await page.context().close()
  })

  it("tell the department that its list has changed, and load it again on request", async () => {
    const page = await open(town.people.vogt, "/offene-fragen")
    await subscribed(page)
    // The list has several pages by now, and what is new stands on the last.
    const id = await ask(town.people.mueller, town.categories.forThree)
    await page.getByRole("status").getByRole("button", { name: "Die Liste hat sich geändert" }).click()
    await page.goto(`/offene-fragen?kategorie=${town.categories.forThree}`)
    await page.locator(`[data-live-queue] a[href*="${id}"]`).first().waitFor()
    expect(page.faults).toEqual([])
    await page.context().close()
  })

  it.each([
    ["wide", false],
    ["phone", true],
  ] as const)("put up no barrier that axe finds (%s, dark: %s)", async (viewport, dark) => {
    const path = `/fragen/neu?kategorie=${town.categories.open}`
    const page = await open(town.people.mueller, path, { viewport, dark })
    await paste(page, "textarea[data-paste-mail]", MAIL)
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "Maske.png", mimeType: "image/png", buffer: PNG })
    await page.locator("[data-upload-name]").first().waitFor()
    await page
      .getByRole("button", { name: /^Schwärzen/ })
      .first()
      .waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole("toolbar").getByRole("button", { name: "Vorschau" }).click()
    await page.getByRole("region", { name: "Vorschau" }).waitFor()
    await page.reload()
    await page.getByRole("region", { name: "Nicht gesendeter Text" }).waitFor()
    expect(await barriers(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(VIEWPORTS[viewport].width)
    await page.context().close()
  })

  it("copy the block for the file", async () => {
    const page = await open(town.people.huber, `/fragen/${await thread()}`)
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await page.getByRole("link", { name: "Für die Akte kopieren" }).click()
    await page.locator("[data-copy]").click()
    await page.getByText("Kopiert", { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      "Mieterhöhung im laufenden Zeitraum",
    )
    await page.context().close()
  })
})

const item = (text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
const WORD = `<html><head><style>p {margin:0}</style></head><body><!--StartFragment-->${item("<b>Miete</b>")}${item("Heizung")}<!--EndFragment--></body></html>`

const MAIL = `Von: Petra Huber <p.huber@example.org>
Gesendet: Montag, 2. März 2026 09:12
An: Fachstelle
Betreff: WG: Mieterhöhung zum 1. März

Sehr geehrte Frau Vogt,

ab wann gilt die neue Miete?

Mit freundlichen Grüßen
Petra Huber
Wohngeldstelle, Zimmer 12
`

/** The first look at the API shows that the page listens. */
/** Keeps every text that is offered from now on in `data-offered` of the body, in its order. */
function rememberOffers() {
  new MutationObserver(() => {
    const text = document.querySelector("[role=status] button")?.textContent ?? ""
    const texts = document.body.dataset.offered?.split(" | ") ?? []
    if (text && texts.at(-1) !== text) document.body.dataset.offered = [...texts, text].join(" | ")
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const subscribed = (page: Page) =>
  page.waitForFunction(() =>
    performance
      .getEntriesByType("resource")
      .some(({ name }) => /\/api\/threads\/|\/offene-fragen$/.test(name)),
  )

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe finds against WCAG 2.2 AA. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found: unknown = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })" +
      ".then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  )
  return Array.isArray(found) ? found.map(String) : ["axe did not answer"]
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? ""
  })

const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ff-keep:")))

/** The first submit button of the form that the field belongs to. */
const sendOf = (page: Page, field: ReturnType<Page["locator"]>) =>
  page.locator("form").filter({ has: field }).locator("button[type=submit]").first()

const file = (name: string, content: Buffer) => ({ name, mimeType: "", buffer: content })

const choose = (form: Locator, ...files: ReturnType<typeof file>[]) =>
  form.locator("input[type=file]").setInputFiles(files)

type Clipboard = { text?: string; html?: string; base64?: string }

/** What helps with writing comes when a pointer does. Until then nobody listens; its panel is a sign of it. */
async function helpHasCome(page: Page): Promise<void> {
  await page.locator("[data-personal-data]").first().dispatchEvent("pointerenter")
  await page
    .locator('[aria-label="Mögliche personenbezogene Angaben"]')
    .first()
    .waitFor({ state: "attached" })
}

/** As a person's clipboard would give it: text, text with a look, or a picture without text. */
async function paste(page: Page, selector: string, content: string | Buffer | Clipboard): Promise<void> {
  const field = page.locator(selector).first()
  await helpHasCome(page)
  await field.focus()
  const given: Clipboard =
    typeof content === "string"
      ? { text: content }
      : Buffer.isBuffer(content)
        ? { base64: content.toString("base64") }
        : content
  await field.evaluate((element, { text, html, base64 }: Clipboard) => {
    const data = new DataTransfer()
    if (text) data.setData("text/plain", text)
    if (html) data.setData("text/html", html)
    if (base64) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      data.items.add(new File([bytes], "image.png", { type: "image/png" }))
    }
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    // What a script makes up writes nothing by itself.
    if (element.dispatchEvent(event) && text) document.execCommand("insertText", false, text)
  }, given)
}
