export const MAX_NAME_LENGTH = 120

/** A name that can be shown, sent in a header and saved anywhere; its extension tells what the file really is. */
export function fileName(name: string, extensions: readonly [string, ...string[]]): string {
  const clean = cleanName(name)
  const given = ENDING.exec(clean)?.[1] ?? ""
  const isRight = extensions.includes(given.toLowerCase())
  const extension = `.${isRight ? given.toLowerCase() : extensions[0]}`
  const base = given ? clean.slice(0, -given.length - 1) : clean
  return cut(base, MAX_NAME_LENGTH - extension.length) + extension
}

/** Of kinds of files. In "Bescheid vom 3.Mai" and "Konzept.v2" the last part belongs to the name. */
const ENDING =
  /\.(pdf|doc[xmt]?|dot[xm]?|xls[xmb]?|xlt[xm]?|pp[ts][xm]?|pot[xm]?|od[tspgf]|ot[tsp]|rtf|txt|text|csv|tsv|md|log|jpe?g|jpe|jfif|png|apng|gif|webp|hei[cf]s?|avif|bmp|tiff?|svg|html?|xhtml|xml|json|zip|7z|rar|exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|jse?|mjs|wsf|hta|jar|lnk|url|sh|py|apk|app|msg|eml|dat|bin|tmp|part|crdownload|p7[ms])$/i

/**
 * The header `Content-Disposition` by RFC 6266: a name in plain ASCII for old clients, and the real one
 * by RFC 8187 for all others.
 */
export function contentDisposition(name: string, inline: boolean): string {
  const wellFormed = name.toWellFormed()
  const plain = wellFormed.replace(/[^\x20-\x7e]|["\\%]/gu, "_")
  const encoded = encodeURIComponent(wellFormed).replace(/['()*]/g, percent)
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Direction marks can make `exe.pdf` look like `fdp.exe`; joiners stay, because emoji are made with them. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ""
  return (
    last
      .normalize("NFC")
      // As browsers send what would end the name in a form's head.
      .replace(/%0d%0a|%0[da]/gi, " ")
      .replace(/%22/g, '"')
      .replace(INVISIBLE, "")
      .replace(/[<>:"|?*\ufffd]/g, "_")
      .replace(/\s+/g, " ")
      .replace(/^[. ]+|[. ]+$/g, "")
  )
}

const segmenter = new Intl.Segmenter("de")

/** At most so many characters, never half an emoji. A file without any name gets one. */
function cut(base: string, max: number): string {
  let short = ""
  for (const { segment } of segmenter.segment(base)) {
    if (short.length + segment.length > max) break
    short += segment
  }
  return short.replace(/[. ]+$/, "") || "Anhang"
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
