import { continueLine } from "./continue-list.ts"
import { replaceIn } from "./dom.ts"

/** Enter goes on with a list or quotation; Shift+Enter is a plain line break. Telephones send no keys, only what is to happen. */
export function upgradeEnter(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  let isPlain = false
  field.addEventListener("keydown", ({ shiftKey }) => {
    isPlain = shiftKey
  })
  field.addEventListener("beforeinput", (event) => {
    const isBreak = event.inputType === "insertLineBreak" || event.inputType === "insertParagraph"
    // Enter that ends the choice of an input method is none.
    if (!isBreak || isPlain || event.isComposing || event.defaultPrevented) return
    const edit = continueLine(field.value, field.selectionStart, field.selectionEnd)
    if (!edit) return
    event.preventDefault()
    replaceIn(field, edit.from, edit.to, edit.text)
    field.setSelectionRange(...edit.select)
  })
}
