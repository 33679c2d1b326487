import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Refusal } from "../../server/kernel/errors.ts"
import { MAX_NAME_LENGTH } from "../../server/kernel/file-names.ts"
import {
  contentDisposition,
  fileSystemStore,
  MAX_FILE_BYTES,
  receiveFile,
} from "../../server/kernel/files.ts"

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
    expect(await refusalOf("a.png", pngOf(8_001, 8_000))).toBe("422 attachment.unreadable attachments")
  })
})

/** A picture of one colour: a few kilobytes that become many megabytes. */
function pngOf(width: number, height: number): Buffer {
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
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
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

describe("what could execute, and what nobody can open, is refused", () => {
  const macro = "vnd.ms-word.document.macroEnabled"
  test.each([
    ["a.svg", text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a.png", text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a.html", text("<p>x</p>")],
    ["a.txt", text("\ufeff \n<!DOCTYPE html><script>")],
    ["a.txt", text("<script>alert(1)</script>")],
    ["a.xml", text("<?xml version='1.0'?><x/>")],
    ["a.js", text("alert(1)")],
    ["a.bat", text("del")],
    ["ohne", text("nur Text")],
    ["a.exe", text("MZ\x90\0\x03\0\0\0")],
    ["a.txt", text("MZ\x90\0\x03\0\0\0")],
    ["a.txt", text("a\0b")],
    ["a.csv", Buffer.from([0x61, 0x81])],
    ["a.docm", office("word/document.xml", macro)],
    ["a.docx", office("word/document.xml", macro)],
    ["a.docx", office("word/document.xml", WORD, { "word/vbaProject.bin": "x" })],
    ["a.odt", openDocument("text", { "Basic/script-lc.xml": "<x/>" })],
    ["a.zip", archive({ "a.txt": "x" })],
    [
      "a.doc",
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)]),
    ],
    ["a.rtf", text("{\\rtf1 x}")],
    ["a.heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypheic"), Buffer.alloc(16)])],
    ["a.bmp", Buffer.concat([text("BM"), Buffer.alloc(60)])],
  ])("%s %#", async (name, bytes) =>
    expect(await refusalOf(name, bytes)).toBe("415 attachment.type attachments"),
  )

  test("what is empty", async () =>
    expect(await refusalOf("a.txt", text(""))).toBe("422 attachment.unreadable attachments"))

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

  test("gives back what was put, in the latest version, until it is removed", async () => {
    const store = fileSystemStore(join(root, "files"))
    await store.put(key, text("eins"))
    await store.put(key, text("zwei"))
    expect((await buffer(await store.get(key))).toString()).toBe("zwei")
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toMatchObject({ status: 404 })
  })

  test("spreads files over folders by the random end of the key, and leaves nothing half-written", async () => {
    const store = fileSystemStore(root)
    await store.put(key, text("eins"))
    expect(await readdir(join(root, "3f", "ab"))).toEqual([key])
    expect(await readFile(join(root, "3f", "ab", key), "utf8")).toBe("eins")
    await store.remove(key)
    await rm(join(root, "3f"), { recursive: true })
    await writeFile(join(root, "3f"), "in the way")
    await expect(store.put(key, text("zwei"))).rejects.toThrow()
    expect((await readdir(root)).filter((name) => name.endsWith(".tmp"))).toEqual([])
  })

  test.each(["../../etc/passwd", "", "x", `${key}/..`, `../${key}`, key.toUpperCase()])(
    "takes no key %j",
    async (bad) => {
      const store = fileSystemStore(root)
      await expect(store.put(bad, text("x"))).rejects.toThrow("not a UUID")
      await expect(store.get(bad)).rejects.toThrow("not a UUID")
      await expect(store.remove(bad)).rejects.toThrow("not a UUID")
    },
  )
})
