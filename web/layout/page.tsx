import type { ComponentChildren, VNode } from "preact"
import { renderHtml } from "../../server/kernel/render-html.ts"
import type { Land } from "../../server/kernel/workdays.ts"
import type { Scripts } from "../assets/scripts.ts"
import { partsIn } from "../elements/parts.ts"
import type { Texts } from "../texts/index.ts"
import { Alert, type AlertKind } from "./blocks.tsx"
import { type Reader, readBy } from "./context.ts"
import { Header, type HeaderProps } from "./header.tsx"

type PageAssets = { stylesheet: string; scripts: Scripts; icon: string; fonts: string[] }
export type Flash = { kind: AlertKind; text: string }

export type PageProps = HeaderProps & {
  t: Texts
  assets: PageAssets
  land?: Land | null
  rulesFirst?: Reader["rulesFirst"]
  hasConversations?: boolean
  /** Of the document, without the name of the installation; prefix it with "Fehler:" where there are any. */
  title: string
  /** Where the browser goes on by itself: an instant redirect, which a form's answer may not be to another server. */
  goesOnTo?: string | undefined
  /** Announcements that stand above every content. */
  announcements?: ComponentChildren
  flash?: Flash | null
  /** Below the header, above the title. */
  breadcrumb?: ComponentChildren
  /** `reading`: one narrow column; `wide`: tables and lists; `narrow`: forms such as signing in. */
  width?: "reading" | "wide" | "narrow"
  children: ComponentChildren
}

/** The whole document as a string, ready to be sent, with the scripts that its content has something for. */
export function renderPage(page: VNode<PageProps>): string {
  const { assets, locale, t, land = null, rulesFirst = null, hasConversations = true } = page.props
  const html = renderPart(page, { locale, t, land, rulesFirst, hasConversations })
  const { main, ...parts } = assets.scripts[locale]
  const needed = [main, ...partsIn(html).map((part) => parts[part])]
  const shared = new Set(needed.flatMap(({ needs }) => needs))
  const tags = [
    ...[...shared].map((address) => `<link rel="modulepreload" href="${address}">`),
    ...needed.map(({ address }) => `<script type="module" src="${address}"></script>`),
  ]
  // Nothing that somebody wrote can stand before it unescaped.
  return `<!doctype html>${html.replace("</head>", () => `${tags.join("")}</head>`)}`
}

/** A part of a page, for a small script to put into it. */
export const renderPart = (part: ComponentChildren, reader: Reader): string =>
  readBy(reader, () => renderHtml(part))

export function Page(props: PageProps) {
  const { t, locale, theme, assets } = props
  return (
    <html lang={locale} data-kern-theme={theme === "auto" ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{t.shell.pageTitle(props.title, props.siteName)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "auto" ? "light dark" : theme} />
        {assets.fonts.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" key={font} />
        ))}
        {props.goesOnTo && <meta http-equiv="refresh" content={`0; url=${props.goesOnTo}`} />}
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
      </head>
      <body>
        <a class="ff-skip" href="#inhalt">
          {t.shell.skipLink}
        </a>
        <Header {...props} />
        <Content {...props} />
        <Footer t={t} siteName={props.siteName} />
      </body>
    </html>
  )
}

function Content({ t, width = "wide", flash, breadcrumb, announcements, children }: PageProps) {
  return (
    <div class={`ff-page ff-page--${width}`}>
      {breadcrumb}
      {announcements && (
        <section class="ff-announcements" aria-label={t.shell.announcements}>
          {announcements}
        </section>
      )}
      <main id="inhalt" tabIndex={-1}>
        {flash && (
          <Alert kind={flash.kind} live>
            <p>{flash.text}</p>
          </Alert>
        )}
        {children}
      </main>
    </div>
  )
}

function Footer({ t, siteName }: { t: Texts; siteName: string }) {
  const words = t.shell.footer
  return (
    <footer class="ff-footer">
      <div class="ff-footer__inner">
        <p>{siteName}</p>
        <nav aria-label={t.shell.footerNavigation}>
          <ul>
            <li>
              <a href="/hilfe">{words.help}</a>
            </li>
            <li>
              <a href="/nutzungsregeln">{words.rules}</a>
            </li>
            <li>
              <a href="/infoveranstaltungen">{words.events}</a>
            </li>
            <li>
              <a href="/barrierefreiheit">{words.accessibility}</a>
            </li>
            <li>
              <a href="/datenschutz">{words.privacy}</a>
            </li>
            <li>
              <a href="/impressum">{words.imprint}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
