import type { VNode } from "preact"
import { afterEach, describe, expect, it } from "vitest"
import type { Locale } from "../../server/kernel/actor.ts"
import { DAY, HOUR, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { unbuiltAssets } from "../../web/build.ts"
import {
  DateTime,
  Day,
  ErrorSummary,
  Field,
  type FieldProps,
  Form,
  nestHeadings,
  OfficialBox,
  Page,
  PageTitle,
  renderPage,
  renderPart,
  StateBadge,
} from "../../web/layout/index.ts"
import { texts } from "../../web/texts/index.ts"

const assets = unbuiltAssets("/")

const html = (node: VNode, locale: Locale = "de") => renderPart(node, { locale, t: texts(locale) })

const document = (theme: "auto" | "dark", actor: { displayName: string; roles: ["clerk"] } | null = null) =>
  renderPage(
    <Page
      t={texts("de")}
      locale="de"
      theme={theme}
      assets={assets}
      siteName="Fachforum"
      title="Start"
      path="/fragen?seite=2"
      actor={actor}
      navigation={[{ key: "start", label: "Start", href: "/" }]}
      current="start"
    >
      <PageTitle>Guten Tag</PageTitle>
    </Page>,
  )

describe("a page", () => {
  it("is a whole document with a skip link to its main part", () => {
    const page = document("auto")
    expect(page).toMatch(/^<!doctype html><html lang="de">/)
    expect(page).toContain("<title>Start – Fachforum</title>")
    expect(page).toContain('href="#inhalt"')
    expect(page).toContain('<main id="inhalt"')
    expect(page.match(/<h1/g)).toHaveLength(1)
  })

  it("carries no style and no script of its own, as the content security policy demands", () => {
    const page = document("dark", { displayName: "Petra Müller", roles: ["clerk"] })
    expect(page).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*src=)/)
  })

  it("takes the chosen theme, and leaves it to the system otherwise", () => {
    expect(document("dark")).toContain('data-kern-theme="dark"')
    expect(document("auto")).not.toContain("data-kern-theme")
  })

  it("leads back from the language form, and signs out by a form", () => {
    const page = document("auto", { displayName: "Petra Müller", roles: ["clerk"] })
    expect(page).toContain('name="returnTo" value="/fragen?seite=2"')
    expect(page).toContain('<form method="post" action="/abmelden">')
    expect(document("auto")).not.toContain("/abmelden")
  })
})

describe("a field", () => {
  it("names its hint and its error, and keeps what was typed", () => {
    const field = html(
      <Field name="title" label="Titel" hint="Kurz" error="Fehlt" value={'Miete "neu"'} maxlength={160} />,
    )
    expect(field).toContain('<label class="kern-label" for="feld-title">Titel</label>')
    expect(field).toContain('aria-describedby="feld-title-hinweis feld-title-fehler feld-title-zeichen"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('value="Miete &quot;neu&quot;"')
  })

  it("says how much goes in where it is little, and lets no browser cut what is pasted", () => {
    const told = (field: FieldProps) => /<noscript>.*<\/noscript>/.exec(html(<Field {...field} />))?.[0] ?? ""
    const line = { name: "title", label: "Titel" }
    expect(told({ ...line, maxlength: 160 })).toContain('id="feld-title-zeichen">Höchstens 160 Zeichen</p>')
    expect(told({ ...line, type: "textarea", maxlength: 1000 })).toContain("Höchstens 1.000 Zeichen")
    expect(told({ ...line, type: "textarea", maxlength: 4000 })).toBe("")
    expect(told({ ...line, maxlength: 5 })).toBe("")
    const field = html(<Field {...line} maxlength={160} />)
    expect(field).toContain('data-limit="160"')
    expect(field.toLowerCase()).not.toContain("maxlength")
  })

  it("keeps a text, a choice and several choices", () => {
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ]
    expect(
      html(<Field type="textarea" name="body" label="Text" value={"a < b"} maxlength={null} />),
    ).toContain("a &lt; b</textarea>")
    expect(html(<Field type="select" name="c" label="C" value="b" options={options} />)).toMatch(
      /<option(?=[^>]* value="b")[^>]* selected/,
    )
    const boxes = html(<Field type="checkboxes" name="c" label="C" values={["a"]} options={options} />)
    expect(boxes).toMatch(/value="a"[^>]* checked/)
    expect(boxes).not.toMatch(/value="b"[^>]* checked/)
  })

  it("and each of its choices has a hint of its own", () => {
    const options = [
      { value: "a", label: "A", hint: "Zu A" },
      { value: "b", label: "B", hint: "Zu B" },
    ]
    const group = html(<Field type="checkboxes" name="c" label="C" hint="Zu allen" options={options} />)
    const ids = [...group.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const described = [...group.matchAll(/aria-describedby="([^"]*)"/g)].map(([, id]) => id)
    expect(described.map((id) => group.match(new RegExp(`id="${id}">([^<]*)<`))?.[1])).toEqual([
      "Zu allen",
      "Zu A",
      "Zu B",
    ])
  })

  it("is what an entry of the error summary leads to", () => {
    const summary = html(<ErrorSummary errors={[{ field: "title", message: "Bitte ausfüllen" }]} />)
    expect(summary).toContain('<a href="#feld-title">Bitte ausfüllen</a>')
    expect(summary).toContain('role="alert"')
    const group = html(
      <Field
        type="radios"
        name="title"
        label="T"
        options={[{ value: "a", label: "A" }]}
        error="Bitte wählen"
      />,
    )
    expect(group).toContain('<input id="feld-title"')
    expect(html(<ErrorSummary errors={[]} />)).toBe("")
  })
})

it("sends the idempotency key along with a form", () => {
  const form = html(
    <Form action="/fragen" idempotencyKey="k1">
      <p />
    </Form>,
  )
  expect(form).toContain('<input type="hidden" name="idempotencyKey" value="k1"')
})

it("tells a state and an official answer in words", () => {
  expect(html(<StateBadge state="asked-back" />)).toContain("Rückfrage")
  const answer = html(
    <OfficialBox
      id="a"
      kind="answer"
      heading="Antwort"
      department="Grundsatz und Recht"
      legalStatus="2025-01-01"
      needsReview
      meta={null}
    >
      Ja.
    </OfficialBox>,
  )
  expect(answer).toContain("Antwort der Fachabteilung")
  expect(answer).toContain("01.01.2025")
  expect(answer).toContain("Möglicherweise veraltet")
})

it.each([
  ["<h1>a</h1><h4>b</h4><h1>c</h1>", "<h3>a</h3><h4>b</h4><h3>c</h3>"],
  ["<h3>a</h3><h2>b</h2>", "<h3>a</h3><h3>b</h3>"],
  [
    "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5>",
    "<h3>a</h3><h4>b</h4><h5>c</h5><h6>d</h6><h6>e</h6>",
  ],
])("nests the headings %s below those of the page", (source, nested) => {
  expect(nestHeadings(source, 3)).toBe(nested)
})

describe("a date", () => {
  afterEach(resetClock)

  it("is read in Berlin, whatever the server's clock", () => {
    expect(html(<DateTime value="2026-06-30T22:30:00Z" />)).toContain(">01.07.2026<")
    expect(html(<Day value="2026-06-30" />)).toBe('<time datetime="2026-06-30">30.06.2026</time>')
  })

  it("is told by its distance, with the full date as its title", () => {
    moveClock(Date.parse("2026-06-30T12:00:00Z") - Date.now())
    const then = (distance: number) =>
      html(<DateTime value={new Date(now().getTime() - distance)} format="relative" />)
    expect(then(2 * HOUR)).toContain(">vor 2 Stunden<")
    expect(then(3 * DAY)).toContain(">vor 3 Tagen<")
    expect(then(3 * DAY)).toMatch(/title="27\.06\.2026/)
    expect(then(60 * DAY)).toContain(">01.05.2026<")
  })

  it("speaks the reader's language", () => {
    expect(html(<Day value="2026-06-30" />, "en")).toContain("30 Jun 2026")
  })
})
