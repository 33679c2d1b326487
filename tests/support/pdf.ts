import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

type Node = { role?: string; type?: string; id?: string; alt?: string; children?: Node[] }

/** A PDF as a screen reader finds it: another library than the one that writes it. */
export async function readPdf(content: Buffer) {
  const task = getDocument({ data: new Uint8Array(content), verbosity: 0 })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const pages: { tree: Node; texts: Map<string, string>; loose: string; size: number[] }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const tree: Node = (await page.getStructTree()) ?? {}
    const size = page.view.slice(2).map((side) => Math.round(side))
    pages.push({ tree, size, ...(await textsOf(page)) })
  }
  // Its typings promise an object.
  const markInfo: unknown = await pdf.getMarkInfo()
  const marked = markInfo instanceof Map && markInfo.get("Marked") === true
  await task.destroy()
  const read = pages.map(({ tree, texts }) => linesOf(tree, texts))
  return {
    title: "Title" in info ? info.Title : null,
    /** The same in XMP, and what it says that the document conforms to. */
    xmp: { title: metadata?.get("dc:title"), accessible: metadata?.get("pdfuaid:part") },
    lang: "Language" in info ? info.Language : null,
    marked,
    pages: pages.length,
    /** Width and height of each, in points. */
    sizes: pages.map(({ size }) => size),
    /** `H1 Title`, `TH Name`, ... in the order of the structure, page by page. */
    lines: read.flat(),
    linesByPage: read,
    /** The same text in one, without the roles. */
    text: read
      .flat()
      .map((line) => line.slice(line.indexOf(" ") + 1))
      .join(" "),
    /** What no structure holds: artifacts. */
    loose: pages.map(({ loose }) => loose),
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>

async function textsOf(page: PdfPage) {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  let loose = ""
  const open: (string | null)[] = []
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((one) => one !== null)
      const text = item.str + (item.hasEOL ? " " : "")
      if (id) texts.set(id, (texts.get(id) ?? "") + text)
      else loose += text
    } else if (item.type === "endMarkedContent") open.pop()
    else open.push(item.id ?? null)
  }
  return { texts, loose: loose.replace(/\s+/g, " ").trim() }
}

function linesOf(node: Node, texts: Map<string, string>): string[] {
  const contents = (node.children ?? []).filter((child) => child.type === "content")
  const own = contents.map((child) => texts.get(child.id ?? "") ?? "").join("")
  const text = (node.alt ?? own).replace(/\s+/g, " ").trim()
  const line = node.role && contents.length > 0 ? [`${node.role} ${text}`] : []
  return [...line, ...(node.children ?? []).flatMap((child) => linesOf(child, texts))]
}
