import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import type {
  CatalogueEntry,
  DescribeSubjects,
  Installation,
  RetentionKind,
  Sessions,
  ThreadExists,
} from "../server/accounts/index.ts"
import type { Outside } from "../server/announcements/index.ts"
import type { Outside as ConversingOutside } from "../server/conversations/index.ts"
import type { ReadsAdoption } from "../server/forum/index.ts"
import type { Locale } from "../server/kernel/actor.ts"
import type { Config } from "../server/kernel/config.ts"
import type { Db } from "../server/kernel/database.ts"
import type { FileStore } from "../server/kernel/files.ts"
import type { Jobs } from "../server/kernel/jobs.ts"
import type { Keys } from "../server/kernel/key-file.ts"
import type { Post } from "../server/kernel/mail.ts"
import type { Replica } from "../server/kernel/replica.ts"
import type { Signals } from "../server/kernel/signals.ts"
import type { DescribeInbox } from "../server/notifications/index.ts"
import type { FolderSources } from "../server/papers/index.ts"
import type { OpenQuestions } from "../server/qualification/own.ts"
import type { OwnPosts } from "../server/qualification/proof.ts"
import type { Misses, Search } from "../server/search/index.ts"
import type { Assets } from "./build.ts"
import { type Counting, frameOf } from "./frame.ts"
import { type Flash, Page, renderPage, type Theme } from "./layout/index.ts"
import { type Texts, texts } from "./texts/index.ts"

/** What pages are made with. */
export type Site = {
  /** What the entries of the audit log are about. */
  describeSubjects: DescribeSubjects
  /** What the entries of the inbox are about. */
  describeInbox: DescribeInbox
  /** Takes a mail as if it had come in, for the page of a trial that stands for the mailbox. */
  takeMail: (
    raw: Buffer,
  ) => Promise<{ outcome: keyof Texts["information"]["mailIn"]["outcomes"]; subjectId: string | null }>
  /** The timed jobs, for the page of the operation. */
  jobs: Pick<Jobs, "listTimed">
  /** Sends a test mail. */
  post: Post
  /** Whether live updates arrive, for the same page. */
  signals: Pick<Signals, "state">
  /** What announcements know of learning groups and of the forum. */
  announcing: Outside
  /** What conversations know of learning groups and of the forum. */
  conversing: ConversingOutside
  /** Who sees how the forum is used. */
  readsAdoption: ReadsAdoption
  config: Config
  db: Db
  files: FileStore
  /** For pages that may be some seconds old. */
  replica: Pick<Replica, "read">
  sessions: Sessions
  search: Search
  misses: Misses
  assets: Assets
  /** Everything that is stored, for the privacy page. */
  catalogue: CatalogueEntry[]
  /** What the approval folder is made of. */
  papers: FolderSources
  /** Kinds of data that a period can be set for, and whether there is a thread to be put on hold. */
  retentionKinds: readonly RetentionKind[]
  threadExists: ThreadExists
  /** The person's own posts, for the qualification. */
  ownPosts: OwnPosts
  /** Open questions of the forum that fit some words, for the qualification. */
  openQuestions: OpenQuestions
  /** What opens the secrets of sign-in services; null where none can be kept. */
  providerKeys: Keys | null
  /** What opens the journal; null where there is none. */
  journalKeys: Keys | null
  /** Who the people of a trial are, by name, for its sign-in page; empty elsewhere. */
  peopleNotes: () => Record<string, Record<Locale, string>>
}

export type Content = Counting & {
  title: string
  current?: string
  width?: "reading" | "wide" | "narrow"
  breadcrumb?: ComponentChildren
  flash?: Flash | null
  /** Where the browser goes on by itself. */
  goesOnTo?: string
  /** The page has a search field of its own, so the header needs none. */
  hasSearch?: boolean
  children: ComponentChildren
}

/** Answers with a page. `content` gets the texts in the reader's language. */
export async function show(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  content: (t: Texts) => Content,
  status = 200,
) {
  const t = texts(request.locale)
  const { visitor } = request
  const { children, hasSearch, open, reads, ...rest } = content(t)
  const frame = await frameOf(site.db, request, { open, reads }, t)
  const { actor, navigation, installation, askedRules } = frame
  const isReader = visitor !== null && visitor.departments.length > 0
  const page = (
    <Page
      t={t}
      locale={request.locale}
      theme={themeOf(request)}
      assets={site.assets}
      siteName={installation.name}
      land={installation.land}
      actor={actor}
      navigation={navigation}
      primary={isReader ? { label: t.shell.navigation.ask, href: "/fragen/neu" } : undefined}
      search={isReader && !hasSearch}
      path={request.url}
      // What was typed into a form that came back must not be lost on the way to the rules.
      rulesFirst={
        askedRules === null
          ? null
          : { edition: askedRules, back: request.method === "GET" ? request.url : null }
      }
      hasConversations={frame.hasConversations}
      trialNotice={noticeOf(site, installation, t)}
      {...rest}
      flash={rest.flash === undefined ? flashOf(request, t) : rest.flash}
    >
      {children}
    </Page>
  )
  return reply.code(status).type("text/html; charset=utf-8").send(renderPage(page))
}

/** After a form was carried out: a fresh page, so that reloading sends nothing twice. `hint` names a flash text. */
export function goTo(reply: FastifyReply, path: string, hint?: keyof Texts["flash"]) {
  if (!hint) return reply.redirect(path, 303)
  const [address = "", anchor] = path.split("#")
  const glue = address.includes("?") ? "&" : "?"
  return reply.redirect(`${address}${glue}hinweis=${hint}${anchor ? `#${anchor}` : ""}`, 303)
}

/**
 * A path of ours to come back to, written so that it can stand in a header; anything else is the start page. What a
 * browser would take for another host is refused after the path was resolved, too (`/.//host`), and as `%2F` or `%5C`,
 * which a proxy may decode.
 */
export function ownPath(path: string): string {
  if (!/^\/(?![/\\])[^\s\p{C}\\]*$/u.test(path) || !URL.canParse(path, NOWHERE)) return "/"
  const { origin, pathname, search, hash } = new URL(path, NOWHERE)
  return origin === NOWHERE && !/^\/(\/|%2f|%5c)/i.test(pathname) ? pathname + search + hash : "/"
}
const NOWHERE = "http://own.invalid"

function themeOf(request: FastifyRequest): Theme {
  const theme = request.cookies.theme
  return theme === "light" || theme === "dark" ? theme : "auto"
}

function flashOf(request: FastifyRequest, t: Texts): Flash | null {
  if (request.isShell) return { kind: "warning", text: t.errors.shell }
  const key = parametersOf(request).get("hinweis")
  const flashes: Record<string, string> = t.flash
  const text = key !== null && Object.hasOwn(flashes, key) ? flashes[key] : undefined
  const until = parametersOf(request).get("bis") ?? ""
  if (text?.includes("{bis}") && !/^\d\d:\d\d$/.test(until)) return null
  return text ? { kind: "success", text: text.replace("{bis}", until) } : null
}

/** Not by `new URL`: an address such as `//` is none, and still somebody may ask for it. */
export const parametersOf = ({ url }: FastifyRequest) =>
  new URLSearchParams(url.includes("?") ? url.slice(url.indexOf("?")) : "")

function noticeOf({ config }: Site, installation: Installation, t: Texts): string | null {
  if (installation.example) return t.shell.exampleNotice
  return config.trial ? t.shell.trialNotice : null
}
