import { describe, expect, it } from "vitest"
import type { Letter } from "../../server/kernel/notices.ts"
import { layOut } from "../../server/notifications/layout.ts"

const ORIGIN = "https://forum.example"
const HOSTILE = `"><script>alert('1')</script>&amp;<img src=x onerror=alert(1)><b style="x`

const LETTER: Letter = {
  subject: "Neue Antwort",
  paragraphs: ["auf Ihre Frage gibt es eine Antwort.", false, ""],
  link: "Zur Antwort",
}
const SECTION = {
  title: "Zählt das Elterngeld?",
  paragraphs: ["Ina Vogt hat geantwortet."],
  quote: "Ja,\nbis 300 Euro.",
  link: "Zur Antwort",
  path: "/a/1",
}

const made = (letter: Partial<Letter>, path: string | null = "/a/1", isOptional = true) =>
  layOut({ letter: { ...LETTER, ...letter }, path }, "de", ORIGIN, isOptional, {
    unsubscribe: `${ORIGIN}/abbestellen/abc`,
  })

/** Names of elements and attributes in it, as a browser would read them. */
const elementsIn = (html: string) => [
  ...new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name?.toLowerCase())),
]

describe("the text of a mail", () => {
  it("greets, tells, and ends with the address and how to get no more", () => {
    expect(made({}).text).toBe(
      [
        "Guten Tag,",
        "auf Ihre Frage gibt es eine Antwort.",
        "Zur Antwort: https://forum.example/a/1",
        "--\nSie möchten diese E-Mails nicht mehr erhalten? Das stellen Sie in Ihrem Profil ein: https://forum.example/profil/benachrichtigungen\nNur E-Mails zu diesem Anlass abbestellen: https://forum.example/abbestellen/abc",
      ].join("\n\n"),
    )
  })

  it("has what a bundle tells below one another, each with its heading, its quotation and its address", () => {
    const { text } = made({ sections: [SECTION, { ...SECTION, title: "Ab", quote: null }] }, null, false)
    expect(text).toBe(
      [
        "Guten Tag,",
        "auf Ihre Frage gibt es eine Antwort.",
        "Zählt das Elterngeld?\n---------------------",
        "Ina Vogt hat geantwortet.",
        "> Ja,\n> bis 300 Euro.",
        "Zur Antwort: https://forum.example/a/1",
        "Ab\n---",
        "Ina Vogt hat geantwortet.",
        "Zur Antwort: https://forum.example/a/1",
      ].join("\n\n"),
    )
  })
})

describe("the HTML of a mail", () => {
  it("says the same as the text", () => {
    const { html } = made({ sections: [SECTION], below: ["Der Link gilt nur einmal."] })
    const words = html.replaceAll(/<[^>]+>/g, "\n")
    for (const word of [
      "Guten Tag,",
      "auf Ihre Frage gibt es eine Antwort.",
      "Zählt das Elterngeld?",
      "Ina Vogt hat geantwortet.",
      "bis 300 Euro.",
      "Zur Antwort",
      "Der Link gilt nur einmal.",
      "Nur E-Mails zu diesem Anlass abbestellen",
    ])
      expect(words).toContain(word)
    expect(html).toContain(`<a href="${ORIGIN}/a/1"`)
    expect(html).toContain(`<a href="${ORIGIN}/abbestellen/abc"`)
    expect(html).not.toMatch(/undefined|null|false/)
  })

  it("is plain enough for any program: tables and styles of their own, nothing from elsewhere, no colour of text or paper", () => {
    const { html } = made({ sections: [SECTION] })
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="de">/)
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(elementsIn(html).toSorted()).toEqual(
      [
        ...["a", "body", "br", "h2", "head", "html", "meta", "p", "table", "tbody", "td", "title", "tr"],
      ].toSorted(),
    )
    expect(html).not.toMatch(/<(img|style|script|link)|class=|@import|url\(/)
    expect(html.match(/(?<!-)color:(?!#ffffff)[^;"]+/g) ?? []).toEqual([])
    expect(html.match(/background[\w-]*:[^;"]+/g)).toEqual(["background-color:#2f5fa8"])
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(address?.startsWith(`${ORIGIN}/`)).toBe(true)
  })

  it.each<[string, Partial<Letter>]>([
    ["the subject", { subject: HOSTILE }],
    ["the greeting", { greeting: HOSTILE }],
    ["a paragraph", { paragraphs: [HOSTILE] }],
    ["the words of the link", { link: HOSTILE }],
    ["a paragraph below", { below: [HOSTILE] }],
    ["the heading of a section", { sections: [{ ...SECTION, title: HOSTILE }] }],
    ["a paragraph of a section", { sections: [{ ...SECTION, paragraphs: [HOSTILE] }] }],
    ["a quotation", { sections: [{ ...SECTION, quote: `${HOSTILE}\n${HOSTILE}` }] }],
    ["the words of a section's link", { sections: [{ ...SECTION, link: HOSTILE }] }],
    ["the path of a section", { sections: [{ ...SECTION, path: `/a/${HOSTILE}` }] }],
  ])("takes what somebody typed as words, in %s", (_, letter) => {
    const usual = made({ sections: [SECTION], below: ["x"], greeting: "x" })
    const { html, text } = made({ sections: [SECTION], below: ["x"], greeting: "x", ...letter })
    expect(html).not.toMatch(/<script|<img|<b /)
    expect(elementsIn(html).toSorted()).toEqual(elementsIn(usual.html).toSorted())
    // What is escaped cannot end an attribute.
    expect(html.replaceAll(/="[^"]*"/g, "")).not.toContain('"><')
    if (!("subject" in letter)) expect(text).toContain("<script>")
  })

  it("makes a link of an address of ours in a sentence, and of nobody else's", () => {
    const { html } = made({
      below: [
        `Anmelden: ${ORIGIN}/anmelden.`,
        "Fremd: https://example.org/ https://forum.example@example.org/ javascript:alert(1)",
      ],
    })
    expect(html).toContain(`<a href="${ORIGIN}/anmelden">${ORIGIN}/anmelden</a>.`)
    expect(html).not.toContain('href="https://example.org')
    expect(html).not.toContain("@example.org/</a>")
    expect(html).not.toContain('href="javascript')
  })

  it("has a button for the one thing that it is about, and none for each of several", () => {
    const buttons = (letter: Partial<Letter>, path: string | null) =>
      made(letter, path).html.match(/background-color/g)?.length ?? 0
    expect(buttons({ sections: [SECTION] }, null)).toBe(1)
    expect(buttons({ sections: [SECTION, SECTION] }, null)).toBe(0)
    expect(buttons({ sections: [SECTION, SECTION] }, "/benachrichtigungen")).toBe(1)
  })

  it("shows an address without words as it is, for the reader to check", () => {
    const { html } = made({ link: "" }, "/kennwort/abc")
    expect(html).toContain(`<a href="${ORIGIN}/kennwort/abc">${ORIGIN}/kennwort/abc</a>`)
  })
})
