import { toBuffer } from "qrcode"
import type { Locale } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import { dateFormat, numberFormat } from "../../kernel/formats.ts"
import { writePdf } from "../../kernel/pdf.ts"
import type { PdfBlock } from "../../kernel/pdf-blocks.ts"
import type { Passage } from "../../kernel/pdf-paper.ts"
import { dayOf } from "../../kernel/time.ts"
import { offersBadges } from "../badges/keys.ts"
import { withOwnLevels } from "../competences/frameworks/index.ts"
import type { CertificateContent } from "./certified.ts"
import { groupedCode } from "./code.ts"
import type { Certificate } from "./policy.ts"
import { verificationAddress } from "./verification.ts"
import { scaleOf } from "./view.ts"
import { certificateWords } from "./words.ts"

type Words = ReturnType<typeof certificateWords>
const QR_WIDTH = 80

/** The same bytes whenever it is asked for, unless it was revoked meanwhile. */
export async function writeCertificate(
  config: Config,
  certificate: Certificate,
  locale: Locale,
): Promise<{ name: string; content: Buffer }> {
  const words = certificateWords(locale)
  const code = groupedCode(certificate.code)
  const { holder, installation } = certificate.content
  const content = await writePdf({
    title: `${words.title}: ${holder}`,
    lang: locale,
    author: installation,
    footer: words.footer(code),
    createdAt: certificate.issuedAt,
    blocks: [
      ...head(words, certificate, locale),
      ...competences(words, certificate.content, locale),
      ...sentences(words, certificate.content),
      ...(await foot(words, config, certificate, locale)),
    ],
  })
  return { name: `${words.fileName} ${holder}.pdf`, content }
}

function head(words: Words, { content, revokedOn }: Certificate, locale: Locale): PdfBlock[] {
  const { programme, from, until } = content
  const completed = words.completed(german(programme), written(from, locale), written(until, locale))
  const revoked = revokedOn && words.revoked(written(revokedOn, locale))
  return [
    { kind: "heading", level: 1, text: words.title },
    { kind: "paragraph", text: content.installation, look: "small", lang: "de" },
    ...(revoked ? [{ kind: "paragraph", text: revoked, look: "strong" } as const] : []),
    { kind: "rule" },
    { kind: "paragraph", text: content.holder, look: "lead" },
    { kind: "paragraph", text: completed },
    ...extentOf(words, content, locale),
  ]
}

/** How much it was, and on what the holder worked; earlier versions did not say it. */
function extentOf(words: Words, { hours, projects = [] }: CertificateContent, locale: Locale): PdfBlock[] {
  const number = hours && numberFormat(locale, {}).format(hours)
  return [
    ...(number ? [{ kind: "paragraph", text: words.hours(number) } as const] : []),
    ...projects.map((title) => ({ kind: "paragraph", text: words.project(german(title)) }) as const),
  ]
}

function competences(words: Words, content: CertificateContent, locale: Locale): PdfBlock[] {
  const { competences } = content
  if (competences.length === 0) return []
  const scale = scaleOf(content)
  return [
    { kind: "heading", level: 2, text: words.competences },
    { kind: "paragraph", text: words.competencesLead(scale) },
    {
      kind: "table",
      columns: words.columns,
      widths: [34, 22, 44],
      rows: competences.map(({ name, level, levelName, doing, start }) => [
        name[locale],
        start
          ? words.gained(
              words.level(level, levelName[locale]),
              words.level(start.level, start.levelName[locale]),
            )
          : words.level(level, levelName[locale]),
        doing?.[locale] ?? "–",
      ]),
    },
    ...withOwnLevels(competences.map(({ framework, version }) => `${framework}@${version}`)).map(
      ({ name, levels }) =>
        ({ kind: "paragraph", text: words.framework(name[locale], levels, scale), look: "small" }) as const,
    ),
  ]
}

const sentences = (words: Words, { sentences }: CertificateContent): PdfBlock[] =>
  sentences.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: words.sentences },
        ...sentences.map((text) => ({ kind: "paragraph", text, lang: "de" }) as const),
      ]

async function foot(
  words: Words,
  config: Config,
  { id, code, content, issuedAt }: Certificate,
  locale: Locale,
): Promise<PdfBlock[]> {
  const issued = words.issued(content.issuer, written(dayOf(issuedAt), locale))
  const number = words.number(groupedCode(code))
  const address = verificationAddress(config, code)
  if (!address)
    return [
      { kind: "rule" },
      { kind: "paragraph", text: issued },
      { kind: "paragraph", text: number, look: "small" },
    ]
  const badge = offersBadges(config) ? [words.badge, { href: `${config.publicUrl}${badgePath(id)}` }] : []
  const qr = await toBuffer(address, { errorCorrectionLevel: "M", margin: 0, scale: 8 })
  return [
    { kind: "rule" },
    {
      kind: "image",
      content: qr,
      alt: words.qr,
      width: QR_WIDTH,
      beside: [issued, number, words.check, { href: address }, ...badge],
    },
  ]
}

/** Where the holder gets the badge, and reads what to do with it. */
const badgePath = (id: string) => `/zertifikate/${id}#open-badge`

/** What the house and its people wrote is German in a document of any language. */
const german = (text: string): Passage => ({ text, lang: "de" })

/** A date that no line breaks. */
const written = (day: string, locale: Locale) =>
  dateFormat(locale, { dateStyle: "long", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replaceAll(" ", "\u00a0")
