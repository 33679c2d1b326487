import { type ComponentChildren, Fragment } from "preact"
import type { Locale } from "../kernel/actor.ts"
import type { LetterSection } from "../kernel/notices.ts"
import { renderHtml } from "../kernel/render-html.ts"

/** A link with its whole address; without words where the address speaks for itself. */
export type Link = { words: string; address: string }
export type Section = Pick<LetterSection, "title" | "paragraphs" | "quote"> & { link: Link }
/** What stands in a mail, from top to bottom, whether as text or as HTML. */
export type Layout = {
  locale: Locale
  /** Addresses that begin so are ours, and become links where they stand in a paragraph. */
  origin: string
  subject: string
  greeting: string
  paragraphs: string[]
  sections: Section[]
  link: Link | null
  below: string[]
  foot: Link[]
}

/**
 * As plain as the oldest mail program wants it: tables for the layout, since Outlook measures by Word; styles in the
 * elements, since many programs drop all others; no picture, nothing from elsewhere. Text and background have no colours of
 * ours, so that a dark program makes both dark; the two colours there are can be read on either. Elements are escaped
 * where they are written, so nothing that somebody typed can become one.
 */
export const htmlOf = (layout: Layout): string =>
  `<!DOCTYPE html>\n${renderHtml(<Document layout={layout} />)}`

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif"
const BODY = `${FONT};font-size:16px;line-height:24px`
const PARAGRAPH = `margin:0 0 16px;${BODY};overflow-wrap:anywhere`
const HEADING = `margin:24px 0 8px;${FONT};font-size:18px;line-height:26px;font-weight:bold;overflow-wrap:anywhere`
const QUOTE = `padding:0 0 0 12px;border-left:3px solid #8a8a8a;${BODY};overflow-wrap:anywhere`
const FOOT = `margin:0 0 8px;${FONT};font-size:14px;line-height:20px;overflow-wrap:anywhere`
const BUTTON = "background-color:#2f5fa8;border-radius:4px;mso-padding-alt:10px 18px"
const BUTTON_LINK = `display:inline-block;padding:10px 18px;${FONT};font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:underline`

function Document({ layout }: { layout: Layout }) {
  const { locale, subject, greeting, origin, paragraphs, sections, link, below, foot } = layout
  const isAboutOne = sections.length === 1 && link === null
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style="margin:0;padding:0;color-scheme:light dark">
        <Frame>
          <Paragraphs texts={[greeting, ...paragraphs]} origin={origin} />
          {sections.map(({ title, paragraphs: told, quote, link: there }) => (
            <Fragment key={title}>
              <h2 style={HEADING}>{title}</h2>
              <Paragraphs texts={told} origin={origin} />
              {quote && <Quote text={quote} />}
              {isAboutOne ? (
                <MainLink {...there} />
              ) : (
                <p style={PARAGRAPH}>
                  <Anchor {...there} />
                </p>
              )}
            </Fragment>
          ))}
          {link && <MainLink {...link} />}
          <Paragraphs texts={below} origin={origin} />
          {foot.length > 0 && <Foot links={foot} />}
        </Frame>
      </body>
    </html>
  )
}

/** One column in the middle, narrower where there is less room; Outlook keeps to the number. */
function Frame({ children }: { children: ComponentChildren }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style="border-collapse:collapse">
      <tbody>
        <tr>
          <td align="center" style="padding:16px">
            <table
              role="presentation"
              width="600"
              cellPadding="0"
              cellSpacing="0"
              style="width:100%;max-width:600px;border-collapse:collapse;table-layout:fixed"
            >
              <tbody>
                <tr>
                  <td align="left" style={BODY}>
                    {children}
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const Paragraphs = ({ texts, origin }: { texts: string[]; origin: string }) => (
  <>
    {texts.map((text) => (
      <p style={PARAGRAPH} key={text}>
        <Lines text={text} origin={origin} />
      </p>
    ))}
  </>
)

/** Lines stay lines; an address of ours becomes a link, and nobody else's. */
function Lines({ text, origin }: { text: string; origin: string }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line
            .split(ADDRESS)
            .map((piece) =>
              isBelow(piece, origin) ? <Anchor words="" address={piece} key={piece} /> : piece,
            )}
        </Fragment>
      ))}
    </>
  )
}

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/

const isBelow = (piece: string, origin: string) =>
  ADDRESS.test(piece) && URL.canParse(piece) && new URL(piece).origin === origin

/** A cell, since Word draws no borders for a quotation. */
const Quote = ({ text }: { text: string }) => (
  <table
    role="presentation"
    width="100%"
    cellPadding="0"
    cellSpacing="0"
    style="margin:0 0 16px;border-collapse:collapse;table-layout:fixed"
  >
    <tbody>
      <tr>
        <td style={QUOTE}>
          <Lines text={text.trim()} origin="" />
        </td>
      </tr>
    </tbody>
  </table>
)

const Anchor = ({ words, address }: Link) => <a href={address}>{words || address}</a>

/** An address without words is one to be read, such as that of a new password: as a button nobody could check it. */
function MainLink({ words, address }: Link) {
  if (words === "")
    return (
      <p style={PARAGRAPH}>
        <Anchor words="" address={address} />
      </p>
    )
  return (
    <table
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      style="margin:8px 0 24px;border-collapse:separate"
    >
      <tbody>
        <tr>
          <td style={BUTTON}>
            <a href={address} style={BUTTON_LINK}>
              {words}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const Foot = ({ links }: { links: Link[] }) => (
  <table
    role="presentation"
    width="100%"
    cellPadding="0"
    cellSpacing="0"
    style="margin:24px 0 0;border-collapse:collapse;table-layout:fixed"
  >
    <tbody>
      <tr>
        <td style="padding:12px 0 0;border-top:1px solid #8a8a8a">
          {links.map((link) => (
            <p style={FOOT} key={link.address}>
              <Anchor {...link} />
            </p>
          ))}
        </td>
      </tr>
    </tbody>
  </table>
)
