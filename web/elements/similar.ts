import { announce, later, make, parsePage } from "./dom.ts"
import { rememberReading } from "./reading.ts"
import { words } from "./words.ts"

const PAUSE = 600
const LEAST_LETTERS = 8
const LONGEST_TITLE = 500
const LONGEST_BODY = 20_000
const WIDE = "(min-width: 62rem)"

/**
 * `data-similar="ask"` on a form with title and body: shows threads that resemble what is being written. Beside the
 * form where there is room, else below the body. What fails is not told: the form works without.
 */
export function upgradeSimilar(form: HTMLElement): void {
  const purpose = form.dataset.similar
  if (!(form instanceof HTMLFormElement) || !purpose) return
  const title = fieldOf(form, "title")
  const body = fieldOf(form, "body")
  if (!title || !body) return
  // Whoever sees them while writing is not asked once more before posting.
  form.append(make("input", { type: "hidden", name: "similarSeen", value: "script" }))
  const place = openPlace(form, body)
  let asked = ""
  let latest = 0
  const look = async () => {
    const written = JSON.stringify({
      title: title.value.slice(0, LONGEST_TITLE),
      body: body.value.slice(0, LONGEST_BODY),
      purpose,
    })
    if (written === asked) return
    asked = written
    latest += 1
    const turn = latest
    const part = isEnough(title.value + body.value) ? await fetchPart(written) : ""
    // Something newer is on its way, or this did not arrive: then the next pause asks again.
    if (turn !== latest) return
    if (part === null) asked = ""
    else place.show(part)
  }
  const lookSoon = later(() => void look(), PAUSE)
  for (const field of [title, body]) field.addEventListener("input", lookSoon)
  lookSoon()
}

function fieldOf(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null
}

const isEnough = (text: string) => (text.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS

async function fetchPart(body: string): Promise<string | null> {
  try {
    const headers = { accept: "text/html", "content-type": "application/json" }
    const response = await fetch("/fragen/aehnlich", { method: "POST", headers, body })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}

/** Where the list stands, and two short ways for the keyboard between it and the text. */
function openPlace(form: HTMLFormElement, body: HTMLElement) {
  const place = make("div", { class: "ff-similar-place" })
  const jump = make("a", { class: "ff-jump", href: "#aehnlich", hidden: "" }, words.similar.jump)
  const back = make("a", { class: "ff-jump", href: `#${body.id}` }, words.similar.back)
  const beside = document.querySelector(".ff-compose__beside")
  const below = body.closest(".kern-form-input") ?? body
  below.after(jump)
  const wide = matchMedia(WIDE)
  const settle = () => (wide.matches && beside ? beside.append(place) : jump.after(place))
  wide.addEventListener("change", settle)
  settle()
  let shown = ""
  return {
    show(part: string) {
      const list = parsePage(part).querySelector("section")
      if ((list?.outerHTML ?? "") === shown) return
      const threads = threadsIn(place)
      shown = list?.outerHTML ?? ""
      holdStill(() => place.replaceChildren(...(list ? [list, back] : [])))
      jump.hidden = !list
      if (!list) return
      for (const link of list.querySelectorAll("a"))
        link.addEventListener("click", () => rememberReading(form, link))
      const present = threadsIn(place)
      if (present.join() !== threads.join()) announce(words.similar.found(present.length))
    },
  }
}

const threadsIn = (place: HTMLElement) =>
  [...place.querySelectorAll<HTMLElement>("[data-thread]")].map(({ dataset }) => dataset.thread)

/** The field in which somebody types stays where it is in the window, whatever grows above it. */
function holdStill(change: () => void): void {
  const root = document.documentElement
  const focused = document.activeElement
  const before = focused?.getBoundingClientRect().top ?? 0
  root.style.overflowAnchor = "none"
  change()
  const moved = (focused?.getBoundingClientRect().top ?? 0) - before
  if (focused && focused !== document.body && moved !== 0)
    window.scrollBy({ top: moved, behavior: "instant" })
  requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"))
}
