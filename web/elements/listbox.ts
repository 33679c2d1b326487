import { make, type TextField } from "./dom.ts"

export type Listbox = {
  isOpen(): boolean
  show(options: HTMLElement[]): void
  hide(): void
  /** Leaves what is offered, with nothing of it chosen. */
  unchoose(): void
  /** @returns whether the key was meant for the list */
  press(event: KeyboardEvent): boolean
}

let boxes = 0

/**
 * The list below a field: the focus stays in the field, which names the option that is chosen. A field for a line is a
 * combobox then; one for several lines stays what it is, as no role of that kind has several.
 */
export function openListbox(element: HTMLElement, field: TextField, label: string): Listbox {
  const id = `ff-vorschlaege-${++boxes}`
  const box = make("div", { id, class: "ff-suggestions", role: "listbox", "aria-label": label, hidden: "" })
  element.append(box)
  become(field, { "aria-autocomplete": "list", "aria-controls": id, "aria-haspopup": "listbox" })
  const isLine = field instanceof HTMLInputElement
  if (isLine) become(field, { role: "combobox", "aria-expanded": "false" })
  // A press on an option must not take the focus from the field, which would close the list under the finger.
  box.addEventListener("mousedown", (event) => event.preventDefault())
  let options: HTMLElement[] = []
  const chosen = () => options.find((option) => option.getAttribute("aria-selected") === "true")
  const choose = (option: HTMLElement | undefined) => {
    for (const other of options) other.setAttribute("aria-selected", String(other === option))
    if (option) field.setAttribute("aria-activedescendant", option.id)
    else field.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }
  const put = (shown: HTMLElement[]) => {
    options = shown
    for (const [place, option] of options.entries()) option.id = `${id}-${place}`
    box.replaceChildren(...options)
    box.scrollTop = 0
    box.hidden = options.length === 0
    if (isLine) field.setAttribute("aria-expanded", String(options.length > 0))
    choose(undefined)
  }
  /** One further; past the end back into the field, where nothing is chosen. */
  const move = (step: 1 | -1) => {
    const former = chosen()
    const start = step === 1 ? -1 : options.length
    choose(options[(former ? options.indexOf(former) : start) + step])
  }
  return {
    isOpen: () => !box.hidden,
    show: put,
    hide: () => put([]),
    unchoose: () => choose(undefined),
    press: ({ key, altKey }) => {
      if (box.hidden) return false
      if (key === "Escape" || (key === "ArrowUp" && altKey)) put([])
      else if (key === "ArrowDown") move(1)
      else if (key === "ArrowUp") move(-1)
      else if (key === "Enter" && chosen()) chosen()?.click()
      else return false
      return true
    },
  }
}

function become(field: TextField, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
}
