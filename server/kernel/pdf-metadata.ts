import { escapeUTF8 } from "entities"

/** Two methods of pdfkit that its typings leave out. */
declare global {
  namespace PDFKit {
    interface PDFDocument {
      _addInfo(): void
      appendXML(xml: string): void
    }
  }
}

type Metadata = { title: string; author: string | undefined; createdAt: Date }

/**
 * What the document says of itself in XMP (ISO 16684-1), with the mark of PDF/UA-1. pdfkit 0.20.2 would write it with the
 * title as it is, so that a "&" in it breaks the XML, and its option `subset: "PDF/UA"` adds a CIDSet that PDF/UA refuses.
 */
export function describe(doc: PDFKit.PDFDocument, metadata: Metadata): void {
  doc._addInfo = () => doc.appendXML(xmpOf(metadata))
}

function xmpOf({ title, author, createdAt }: Metadata): string {
  const made = `${createdAt.toISOString().slice(0, 19)}Z`
  const creator =
    author && `<dc:creator><rdf:Seq><rdf:li>${escapeUTF8(author)}</rdf:li></rdf:Seq></dc:creator>`
  return `<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeUTF8(title)}</rdf:li></rdf:Alt></dc:title>
  ${creator ?? ""}
  <pdf:Producer>Fachforum</pdf:Producer>
  <pdfuaid:part>1</pdfuaid:part>
  <xmp:CreateDate>${made}</xmp:CreateDate>
  <xmp:CreatorTool>Fachforum</xmp:CreatorTool>
</rdf:Description>`
}
