/** All in one `span`: for headings, where our Markdown has no room for more, and for cells, which have lines. */
export function wordsOf(blocks: Node, document: Document, hasLines = false): Element {
  const words = document.createElement("span")
  let isMarked = false
  const space = () => {
    const { lastChild } = words
    const isBegun = isMarked || !lastChild || lastChild.nodeName === "BR"
    isMarked = false
    if (isBegun) return
    words.appendChild(hasLines ? document.createElement("br") : document.createTextNode(" "))
  }
  const add = (block: Node) => {
    if (block.nodeName === "BR") space()
    else if (block.nodeName === "SPAN" || block.nodeName === "P")
      for (const child of Array.from(block.childNodes)) add(child)
    else if (/^(?:#text|A|STRONG|EM|DEL|IMG)$/.test(block.nodeName)) words.appendChild(block)
    else if (block.nodeName === "CODE" && block.parentNode?.nodeName !== "PRE") words.appendChild(block)
    else {
      for (const child of Array.from(block.childNodes)) {
        space()
        const mark = child.nodeName === "LI" ? ((child as Element).getAttribute("data-mark") ?? "") : ""
        isMarked = mark !== ""
        if (mark)
          words.appendChild(
            document.createTextNode(mark.replace(/^- (?:\[ \] )?$/, "• ").replace("- [x]", "☑")),
          )
        add(child)
      }
    }
  }
  for (const block of Array.from(blocks.childNodes)) {
    space()
    add(block)
  }
  while (words.lastChild?.nodeName === "BR") words.removeChild(words.lastChild)
  return words
}

export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element)
  element.parentNode?.removeChild(element)
}
