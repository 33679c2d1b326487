import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Refusal } from "../../server/kernel/errors.ts"
import { MAX_NAME_LENGTH } from "../../server/kernel/file-names.ts"
import { openFileQuota } from "../../server/kernel/file-quota.ts"
import {
  contentDisposition,
  fileSystemStore,
  MAX_FILE_BYTES,
  receiveFile,
} from "../../server/kernel/files.ts"
import { errors as german } from "../../web/texts/de/errors.ts"
import { errors as english } from "../../web/texts/en/errors.ts"

const text = (content: string) => Buffer.from(content)

/** An archive as office programs write it, without compression. */
function archive(parts: Record<string, string>): Buffer {
  const files = Object.entries(parts).map(([name, content]) => ({ name: text(name), content: text(content) }))
  let offset = 0
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  for (const { name, content } of files) {
    const sizes = Buffer.alloc(14)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(content.length, 4)
    sizes.writeUInt32LE(content.length, 8)
    sizes.writeUInt16LE(name.length, 12)
    const fixed = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals.push(text("PK\x03\x04"), fixed, sizes, Buffer.alloc(2), name, content)
    entries.push(text("PK\x01\x02"), Buffer.from([20, 0]), fixed, sizes, Buffer.alloc(2), place, name)
    offset += 30 + name.length + content.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, text("PK\x05\x06"), end])
}

const office = (part: string, type: string, more: Record<string, string> = {}) =>
  archive({
    "[Content_Types].xml": `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/${type}.main+xml"/></Types>`,
    [part]: "<x/>",
    ...more,
  })

const WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
const SHEET = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const SLIDES = "vnd.openxmlformats-officedocument.presentationml.presentation"
const openDocument = (type: string, more: Record<string, string> = {}) =>
  archive({ mimetype: `application/vnd.oasis.opendocument.${type}`, "content.xml": "<x/>", ...more })

const drawing = (width = 30, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 0, g: 80, b: 160 } } })

const refusalOf = (name: string, bytes: Buffer) =>
  receiveFile({ name, bytes }).then(
    () => "taken",
    (error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code} ${error.field}` : error),
  )

describe("images are drawn anew", () => {
  test.each([
    ["png", "png", "image/png"],
    ["jpeg", "jpg", "image/jpeg"],
    ["webp", "webp", "image/webp"],
    ["gif", "png", "image/png"],
  ] as const)("%s is stored as .%s", async (format, extension, mediaType) => {
    const bytes = await drawing().toFormat(format).toBuffer()
    const file = await receiveFile({ name: `Maske 1.${format === "jpeg" ? "jpg" : format}`, bytes })
    expect(file).toMatchObject({
      mediaType,
      kind: "image",
      name: `Maske 1.${extension}`,
      width: 30,
      height: 20,
    })
    expect((await sharp(file.bytes).metadata()).format).toBe(mediaType.slice(6))
  })

  test("place, device and remarks are gone, and a turned photo stands upright", async () => {
    const secret = "Amtsgasse 1"
    const exif = {
      IFD0: { ImageDescription: secret, Make: "Telefon" },
      IFD3: { GPSLatitude: "51/1 30/1 0/1" },
    }
    const bytes = await drawing().jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer()
    expect((await sharp(bytes).metadata()).exif?.includes(secret)).toBe(true)
    const file = await receiveFile({ name: "foto.jpg", bytes })
    const metadata = await sharp(file.bytes).metadata()
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(
      Array(4).fill(undefined),
    )
    expect(file.bytes.includes(secret)).toBe(false)
    expect([file.width, file.height]).toEqual([20, 30])
  })

  test("what is hidden behind the end of an image is gone", async () => {
    const bytes = Buffer.concat([await drawing().png().toBuffer(), text("<script>alert(1)</script>")])
    const file = await receiveFile({ name: "a.png", bytes })
    expect(file.bytes.includes("script")).toBe(false)
  })

  test("too wide ones are shrunk, long screenshots stay legible", async () => {
    const wide = await receiveFile({ name: "a.png", bytes: await drawing(5_000, 1_000).png().toBuffer() })
    expect([wide.width, wide.height]).toEqual([4_000, 800])
    const long = await receiveFile({ name: "a.png", bytes: await drawing(1_000, 9_000).png().toBuffer() })
    expect([long.width, long.height]).toEqual([1_000, 9_000])
  })

  test("the content says what it is, not the name", async () => {
    const file = await receiveFile({ name: "bild.exe", bytes: await drawing().png().toBuffer() })
    expect(file).toMatchObject({ mediaType: "image/png", name: "bild.png" })
  })

  test("broken ones, and ones that would fill the memory, are refused", async () => {
    const whole = await drawing(300, 300).png({ compressionLevel: 0 }).toBuffer()
    expect(await refusalOf("a.png", whole)).toBe("taken")
    expect(await refusalOf("a.png", whole.subarray(0, 5_000))).toBe("422 attachment.unreadable attachments")
    expect(await refusalOf("a.png", pngOf(8_000, 8_000))).toBe("taken")
    expect(await refusalOf("a.png", pngOf(8_001, 8_000))).toBe("422 attachment.sides attachments")
  })

  test.each([
    [30_000, 300],
    [300, 30_000],
    [2_000, 1],
    [1, 2_000],
  ])("%i by %i pixels are taken", async (width, height) => {
    expect(await refusalOf("a.png", pngOf(width, height))).toBe("taken")
  })

  // Heads without what they announce: one that were unpacked would be called damaged, and the real ones cost minutes.
  test.each([
    [30_001, 2_000],
    [1, 60_000_000],
    [16_000_000, 4],
    [10, 10_000],
    [2_001, 20],
  ])("%i by %i pixels are refused before anything is unpacked", async (width, height) => {
    for (const [name, head] of headsOf(width, height))
      expect(await refusalOf(name, head), name).toBe("422 attachment.sides attachments")
  })
})

/** The beginnings of files in every format that can be so long. */
function headsOf(width: number, height: number): [name: string, head: Buffer][] {
  const heads: [string, Buffer][] = [["a.png", pngOf(width, height, Buffer.alloc(8))]]
  if (Math.max(width, height) < 65_536) {
    const size = Buffer.alloc(4)
    size.writeUInt16LE(width, 0)
    size.writeUInt16LE(height, 2)
    const descriptor = Buffer.from([0x2c, 0, 0, 0, 0, ...size, 0, 2, 2, 0x44, 1, 0, 0x3b])
    heads.push([
      "a.gif",
      Buffer.concat([text("GIF89a"), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]), descriptor]),
    ])
  }
  return heads
}

/** A picture of one colour: a few kilobytes that become many megabytes. */
function pngOf(width: number, height: number, content?: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([text(type), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const pixels = deflateSync(content ?? Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))])
}

describe("documents stay as they are", () => {
  test.each([
    ["pdf", "application/pdf", text("%PDF-1.7\n%âãÏÓ\n")],
    ["docx", `application/${WORD}`, office("word/document.xml", WORD)],
    ["xlsx", `application/${SHEET}`, office("xl/workbook.xml", SHEET)],
    ["pptx", `application/${SLIDES}`, office("ppt/presentation.xml", SLIDES)],
    ["odt", "application/vnd.oasis.opendocument.text", openDocument("text")],
    ["ods", "application/vnd.oasis.opendocument.spreadsheet", openDocument("spreadsheet")],
    ["odp", "application/vnd.oasis.opendocument.presentation", openDocument("presentation")],
    ["txt", "text/plain; charset=utf-8", text("Grüße\r\n\tmit Tabulator")],
    ["csv", "text/csv; charset=utf-8", text("\ufeffJahr;Betrag\n2025;10\n")],
    ["csv", "text/csv; charset=windows-1252", Buffer.from([0x47, 0xfc, 0x3b, 0x80])],
    ["csv", "text/csv; charset=utf-8", text("BMI;Wert\n1;2\n")],
    ["log", "text/plain; charset=utf-8", text("<34>1 Anmeldung")],
  ])("%s as %s", async (extension, mediaType, bytes) =>
    expect(await receiveFile({ name: `Vermerk.${extension}`, bytes })).toEqual({
      mediaType,
      kind: "document",
      bytes,
      name: `Vermerk.${extension}`,
    }),
  )
})

/** Bytes as Windows and DOS programs write them: with a mark or without, in the order of the machine. */
const utf16 = (content: string, order: "le" | "be" = "le") => {
  const bytes = Buffer.from(content, "utf16le")
  return order === "le" ? bytes : bytes.swap16()
}
const LINES = "\ufeffName\tBetrag\r\nMüller\t12 €\r\n"
const inLatin = (content: string) => Buffer.from(content, "latin1")

describe("text is taken as programs write it, and stays byte for byte", () => {
  test.each([
    ["UTF-16 with its mark, as Windows saves Unicode", utf16(LINES), "utf-16le"],
    ["UTF-16 of the other order", utf16(LINES, "be"), "utf-16be"],
    ["UTF-16 without a mark", utf16(LINES.slice(1)), "utf-16le"],
    ["UTF-16 of the other order without a mark", utf16(LINES.slice(1), "be"), "utf-16be"],
    ["UTF-16 with signs outside of the first plane", utf16("\ufeffHaus 🏠"), "utf-16le"],
    ["UTF-16 with a DOS end mark of one byte", Buffer.concat([utf16(LINES), inLatin("\x1a")]), "utf-16le"],
    ["UTF-16 with an end mark", utf16(`${LINES}\x1a`), "utf-16le"],
    ["nothing but a mark", utf16("\ufeff"), "utf-16le"],
    ["UTF-8 with a mark", text(LINES), "utf-8"],
    ["Windows-1252 with the euro sign", inLatin("M\xfcller;12 \x80\r\n"), "windows-1252"],
    ["an end mark", inLatin("Alter Export\r\nZeile\r\n\x1a"), "utf-8"],
    ["several end marks and a line end", inLatin("Gr\xfc\xdfe\r\n\x1a\x1a\x1a\r\n"), "windows-1252"],
    ["lines that end as on old Macs", text("eins\rzwei\r"), "utf-8"],
    ["pages and vertical tabs of a printer", text("Seite 1\f\vSeite 2\f"), "utf-8"],
    ["line ends of a mainframe", text("eins\u0085zwei\u2028drei"), "utf-8"],
    ["German of DOS", inLatin("M\x81ller, Gr\x94\xe1e\r\n\x1a"), "ibm850"],
    [
      "Polish of Windows",
      inLatin("Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1, \x8fr\xf3d\xb3o\r\n"),
      "ibm850",
    ],
    ["a note on how other files begin", text("%PDF-1.7 ist der Anfang einer PDF"), "utf-8"],
    ["nothing but empty lines", text("\r\n\r\n\t\r\n"), "utf-8"],
  ])("%s", async (_what, bytes, charset) => {
    for (const [ending, type] of [
      ["txt", "text/plain"],
      ["csv", "text/csv"],
      ["log", "text/plain"],
    ]) {
      const file = await receiveFile({ name: `Liste.${ending}`, bytes })
      expect(file.mediaType).toBe(`${type}; charset=${charset}`)
      expect(file.bytes.equals(bytes)).toBe(true)
    }
  })

  test("where bytes are missing or are none of a text, it is not", async () => {
    for (const bytes of [
      utf16(LINES).subarray(0, -1),
      Buffer.concat([utf16(LINES), utf16("\0\x01")]),
      utf16("\ufeff\ud800 x"),
      inLatin("a\x1ab"),
      inLatin("\x1b[31mrot"),
      inLatin("M\x81ller\0"),
      inLatin("M\x81ller\x7f"),
      text("a\u009f"),
      Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
    ])
      expect(await refusalOf("a.txt", bytes)).toBe("415 attachment.text attachments")
  })

  test("a page is none, in whatever charset", async () => {
    expect(await refusalOf("a.txt", utf16("\ufeff<script>alert(1)</script>"))).toBe(
      "415 attachment.text attachments",
    )
  })

  test("what is no text stays none, however much of it there is", async () => {
    const before = process.cpuUsage()
    await refusalOf("a.txt", Buffer.concat([Buffer.alloc(MAX_FILE_BYTES - 1, "\x1a"), text("x")]))
    await refusalOf("a.pdf", Buffer.concat([text(" %PDF-1.7"), Buffer.alloc(MAX_FILE_BYTES - 9, "1")]))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  })
})

describe("a PDF with something before its head is one", () => {
  const pdf = "%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
  test.each([
    ["a mark of UTF-8", "\xef\xbb\xbf"],
    ["empty lines", "\r\n\r\n  "],
    ["what a printer is told", '\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE="PDF"\r\n'],
    ["a head of a mail or a server", "Content-Type: application/pdf\r\nContent-Length: 80\r\n\r\n"],
    ["binary remains", "\0\0\x01\x02"],
    ["the most that readers skip", " ".repeat(1024)],
  ])("%s", async (_what, before) => {
    const bytes = inLatin(before + pdf)
    expect(await receiveFile({ name: "Bescheid.PDF", bytes })).toEqual({
      mediaType: "application/pdf",
      kind: "document",
      bytes,
      name: "Bescheid.pdf",
    })
  })

  test("but not what begins as something else, or only speaks of it", async () => {
    expect(await refusalOf("a.pdf", inLatin(`${" ".repeat(1025)}${pdf}`))).toBe(
      "415 attachment.mismatch attachments",
    )
    expect(await refusalOf("a.pdf", inLatin(`MZ\x90\0\x03\0${pdf}`))).toBe(
      "415 attachment.program attachments",
    )
    expect(await refusalOf("a.pdf", inLatin(`<!doctype html><script>${pdf}`))).toBe(
      "415 attachment.page attachments",
    )
    expect(await refusalOf("a.pdf", text("Die Datei beginnt mit %PDF-1.7"))).toBe(
      "415 attachment.mismatch attachments",
    )
    const note = await receiveFile({
      name: "a.txt",
      bytes: inLatin(`So beginnt sie: ${pdf.replace(/[^ -~\n]/g, "")}`),
    })
    expect(note.mediaType).toBe("text/plain; charset=utf-8")
  })
})

describe("a photo of a phone", () => {
  /** Our own: blue, the first quarter yellow, stored lying, with a place to be turned and the name of a device. */
  const photo = readFile(new URL("turned.heic", import.meta.url))

  test("becomes a JPEG, upright, without what the phone wrote into it", async () => {
    const bytes = await photo
    expect(bytes.includes("Telefon")).toBe(true)
    const file = await receiveFile({ name: "IMG_0815.HEIC", bytes })
    expect(file).toMatchObject({
      mediaType: "image/jpeg",
      kind: "image",
      name: "IMG_0815.jpg",
      width: 64,
      height: 48,
    })
    const { format, exif } = await sharp(file.bytes).metadata()
    expect([format, exif]).toEqual(["jpeg", undefined])
    const { data } = await sharp(file.bytes)
      .extract({ left: 56, top: 40, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(200)
  })

  test("several at once come one after another", async () => {
    const bytes = await photo
    const files = await Promise.all([1, 2, 3].map((index) => receiveFile({ name: `${index}.heic`, bytes })))
    expect(files.map(({ name }) => name)).toEqual(["1.jpg", "2.jpg", "3.jpg"])
  })

  test("that is damaged is refused with the way out, and the next one is taken", async () => {
    const bytes = await photo
    expect(await refusalOf("a.heic", bytes.subarray(0, 600))).toBe("415 attachment.heic attachments")
    expect(await refusalOf("a.heic", bytes)).toBe("taken")
  })
})

describe("what could execute, and what nobody can open, is refused and called what it is", () => {
  const macro = "vnd.ms-word.document.macroEnabled"
  const compound = (...entries: string[]) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      ...entries.map((entry) => Buffer.from(entry, "utf16le")),
    ])
  test.each([
    ["a.svg", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "page"],
    ["a.png", text('<svg xmlns="http://www.w3.org/2000/svg"/>'), "page"],
    ["a.html", text("<p>x</p>"), "page"],
    ["a.txt", text("\ufeff \n<!DOCTYPE html><script>"), "page"],
    ["a.txt", text("<script>alert(1)</script>"), "page"],
    ["a.xml", text("<?xml version='1.0'?><x/>"), "page"],
    ["a.js", text("alert(1)"), "program"],
    ["a.bat", text("del"), "program"],
    ["ohne", text("nur Text"), "type"],
    ["a.exe", text("MZ\x90\0\x03\0\0\0"), "program"],
    ["a.txt", text("MZ\x90\0\x03\0\0\0"), "program"],
    ["a.txt", text("a\0b"), "text"],
    ["a.csv", Buffer.from([0x61, 0x81, 0x01]), "text"],
    ["a.docm", office("word/document.xml", macro), "macros"],
    ["a.docx", office("word/document.xml", macro), "macros"],
    ["a.xlsm", office("xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled"), "macros"],
    ["a.docx", office("word/document.xml", WORD, { "word/vbaProject.bin": "x" }), "macros"],
    ["a.odt", openDocument("text", { "Basic/script-lc.xml": "<x/>" }), "macros"],
    ["a.zip", archive({ "a.txt": "x" }), "archive"],
    ["a.docx", archive({ "a.txt": "x" }), "archive"],
    ["a.7z", Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, ...Array(40).fill(0)]), "archive"],
    ["a.doc", compound("WordDocument"), "old-office"],
    ["ohne", compound("Workbook"), "old-office"],
    ["a.xls", compound("Workbook", "_VBA_PROJECT_CUR"), "macros"],
    ["a.docx", compound("EncryptionInfo", "EncryptedPackage"), "password"],
    ["Nachricht.msg", compound("__substg1.0_0037001F"), "mail"],
    ["a.pdf", compound("__properties_version1.0"), "mail"],
    ["Nachricht.eml", text("From: a@example.org\r\nSubject: x\r\n\r\nText"), "mail"],
    ["a.rtf", text("{\\rtf1 x}"), "rtf"],
    ["a.docx", text("{\\rtf1 x}"), "rtf"],
    ["a.heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypheic"), Buffer.alloc(16)]), "heic"],
    ["a.tif", Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), Buffer.alloc(60)]), "tiff"],
    ["a.bmp", Buffer.concat([text("BM"), Buffer.alloc(60)]), "picture"],
    ["a.avif", Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypavif"), Buffer.alloc(16)]), "picture"],
    ["a.mp4", Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypmp42"), Buffer.alloc(16)]), "media"],
    ["a.pdf", text("kein PDF"), "mismatch"],
    ["a.jpg", text("kein Bild"), "mismatch"],
  ])("%s %#", async (name, bytes, fault) =>
    expect(await refusalOf(name, bytes)).toBe(`415 attachment.${fault} attachments`),
  )

  test("every fault has its words in both languages, each with the way out", async () => {
    const source = await readFile(new URL("../../server/kernel/file-refusals.ts", import.meta.url), "utf8")
    const faults = [...source.matchAll(/^ {2}\| "([a-z-]+)"$/gm)].map(([, fault]) => `attachment.${fault}`)
    expect(faults.length).toBeGreaterThan(15)
    for (const { codes } of [german, english])
      for (const fault of faults)
        expect(Object.entries(codes).find(([code]) => code === fault)?.[1], fault).toMatch(/\. \S|können|can/)
  })

  test("the refusal names the file", async () => {
    const refused = await receiveFile({
      name: "Liste.xlsm",
      bytes: office("xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled"),
    }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: "attachment.macros", detail: { file: "Liste.xlsm" } })
  })

  test("what is empty", async () =>
    expect(await refusalOf("a.txt", text(""))).toBe("422 attachment.empty attachments"))

  test("what is too large, by one byte", async () => {
    expect(await refusalOf("a.txt", Buffer.alloc(MAX_FILE_BYTES, "a"))).toBe("taken")
    expect(await refusalOf("a.txt", Buffer.alloc(MAX_FILE_BYTES + 1, "a"))).toBe(
      "413 attachment.too-large attachments",
    )
  })
})

describe("names", () => {
  const pdf = text("%PDF-1.7\n")
  test.each([
    ["Bescheid für Müller's Haus 🏠.pdf", "Bescheid für Müller's Haus 🏠.pdf"],
    ["BESCHEID.PDF", "BESCHEID.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\Huber\\Vermerk.pdf", "Vermerk.pdf"],
    ["Vermerk 12.03.2026", "Vermerk 12.03.2026.pdf"],
    ["Bescheid vom 3.Mai", "Bescheid vom 3.Mai.pdf"],
    ["Az. 4711.A", "Az. 4711.A.pdf"],
    ["Konzept.v2", "Konzept.v2.pdf"],
    ["Vermerk %22neu%22%0D%0A.pdf", "Vermerk _neu_.pdf"],
    ["zu 50% fertig.pdf", "zu 50% fertig.pdf"],
    ["rechnung.pdf.exe", "rechnung.pdf.pdf"],
    ["harmlos\u202efdp.exe", "harmlosfdp.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"],
    ['a"b<c>|d?*.pdf', "a_b_c__d__.pdf"],
    ["  viel   Platz  .pdf", "viel Platz.pdf"],
    ["...", "Anhang.pdf"],
    ["", "Anhang.pdf"],
    [".pdf", "pdf.pdf"],
    ["u\u0308ber.pdf", "über.pdf"],
    ["halb\ud83d.pdf", "halb_.pdf"],
    ["👩‍💻 Arbeit.pdf", "👩‍💻 Arbeit.pdf"],
  ])("%j is kept as %j", async (name, clean) =>
    expect((await receiveFile({ name, bytes: pdf })).name).toBe(clean),
  )

  test("are cut, but not through an emoji and not at the extension", async () => {
    const { name } = await receiveFile({ name: `x${"👩‍💻".repeat(80)}.pdf`, bytes: pdf })
    expect(name).toMatch(/^x(👩‍💻)+\.pdf$/u)
    expect(name.length).toBeLessThanOrEqual(MAX_NAME_LENGTH)
    expect(name.length).toBeGreaterThan(MAX_NAME_LENGTH - 6)
  })

  test.each([
    ["Vermerk.pdf", false, "attachment; filename=\"Vermerk.pdf\"; filename*=UTF-8''Vermerk.pdf"],
    ["Müller.png", true, "inline; filename=\"M_ller.png\"; filename*=UTF-8''M%C3%BCller.png"],
    [
      "a\"b\\c%'(x)*.txt",
      false,
      "attachment; filename=\"a_b_c_'(x)*.txt\"; filename*=UTF-8''a%22b%5Cc%25%27%28x%29%2A.txt",
    ],
    ["🏠\r\n\ud83d", false, "attachment; filename=\"____\"; filename*=UTF-8''%F0%9F%8F%A0%0D%0A%EF%BF%BD"],
  ])("%j in a header", (name, inline, header) => expect(contentDisposition(name, inline)).toBe(header))
})

describe("the store in the file system", () => {
  let root = ""
  const key = "0190a0b0-0000-7000-8000-00000000ab3f"
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "files-"))
  })
  afterAll(() => rm(root, { recursive: true }))

  test("spreads files over folders by the random end of the key, and leaves nothing half-written", async () => {
    const store = fileSystemStore(root, openFileQuota(1, []))
    await store.put(key, text("eins"))
    expect(await readdir(join(root, "3f", "ab"))).toEqual([key])
    expect(await readFile(join(root, "3f", "ab", key), "utf8")).toBe("eins")
    await store.remove(key)
    await rm(join(root, "3f"), { recursive: true })
    await writeFile(join(root, "3f"), "in the way")
    await expect(store.put(key, text("zwei"))).rejects.toThrow()
    expect((await readdir(root)).filter((name) => name.endsWith(".tmp"))).toEqual([])
  })
})
