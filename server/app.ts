import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify"
import type { Registry } from "prom-client"
import type { Assets } from "../web/build.ts"
import { answerErrorAsPage, problemTitle, type Site, webPages, whatHappened } from "../web/index.ts"
import {
  accountJobs,
  accountNotices,
  accountRoutes,
  checkCookieName,
  type DescribeSubjects,
  openSessions,
  openTokens,
  readInstallation,
  type Sessions,
} from "./accounts/index.ts"
import {
  announcementBytes,
  announcementChannels,
  announcementJobs,
  announcementRoutes,
  describeAnnouncementInbox,
  describeAnnouncements,
  isAnnouncedToAll,
  type Outside,
} from "./announcements/index.ts"
import { announcing, readsAdoption } from "./announcing.ts"
import { scopeOf } from "./api-scopes.ts"
import { groups, tags } from "./api-tags.ts"
import { words } from "./api-words/index.ts"
import { catalogue } from "./catalogue.ts"
import {
  type Outside as ConversingOutside,
  conversationBytes,
  conversationChannels,
  conversationJobs,
  conversationRoutes,
  describeConversationInbox,
} from "./conversations/index.ts"
import { conversing } from "./conversing.ts"
import {
  attachmentBytes,
  describeForumInbox,
  describeForumSubjects,
  findPersonalData,
  forumChannels,
  forumJobs,
  forumRoutes,
  forumSource,
  isReadByAll,
  listBestPractices,
  listCategories,
  listQuestions,
  type QuestionState,
  queueDepartments,
  reads,
  returnTaken,
  threadExists,
} from "./forum/index.ts"
import type { Actor } from "./kernel/actor.ts"
import type { Config } from "./kernel/config.ts"
import { type Connections, watchConnections } from "./kernel/connections.ts"
import { connect, type Db, type Reader } from "./kernel/database.ts"
import { findUpload, openFileChecks } from "./kernel/file-checking.ts"
import { guarded, readChecking } from "./kernel/file-checks.ts"
import { openFiles } from "./kernel/file-places.ts"
import { openFileQuota } from "./kernel/file-quota.ts"
import type { FileStore } from "./kernel/files.ts"
import { type Access, type App, createHttp, isLiveUpgrade } from "./kernel/http.ts"
import { type Jobs, openJobs } from "./kernel/jobs.ts"
import { type Keys, openJournalKeys, openProviderKeys } from "./kernel/key-file.ts"
import { type Live, type LiveLimits, liveRoutes, openLive } from "./kernel/live.ts"
import { openPost, type Post } from "./kernel/mail.ts"
import { measureMailbox } from "./kernel/mailbox-state.ts"
import { unrendered } from "./kernel/markdown.ts"
import { measureOperation } from "./kernel/measuring.ts"
import { describeApi } from "./kernel/openapi.ts"
import { measureRequests, operationRoutes } from "./kernel/operation.ts"
import type { OutageKind } from "./kernel/outage.ts"
import type { Patience } from "./kernel/patience.ts"
import { openRendering } from "./kernel/rendering.ts"
import { openReplica } from "./kernel/replica.ts"
import { inRounds } from "./kernel/rounds.ts"
import { openSignals } from "./kernel/signals.ts"
import { addressOf, limit } from "./kernel/throttle.ts"
import { describeSetAside, handleMail, mailInJobs, mailInNotices, openMailIn } from "./mail-in/index.ts"
import {
  type DescribeInbox,
  describeFaults,
  describeInfected,
  describeInTurn,
  describeMailFailures,
  type Fault,
  faultJobs,
  inboxRoutes,
  lookAgain,
  MAIL_QUEUES,
  mailboxJobs,
  mailJobs,
  mailRoutes,
  notificationChannels,
  notificationJobs,
  openStoppedAddresses,
  settingsRoutes,
  tellInfected,
} from "./notifications/index.ts"
import { type FolderSources, paperRoutes } from "./papers/index.ts"
import { chapters, leaving, retentionKinds } from "./personal-data.ts"
import { shipProgrammes, stepFileBytes } from "./qualification/core.ts"
import {
  describeQualificationInbox,
  describeQualificationSubjects,
  qualificationChannels,
  qualificationJobs,
  qualificationNotices,
  qualificationRoutes,
} from "./qualification/index.ts"
import { photoBytes } from "./qualification/meet.ts"
import { describeEventInbox } from "./qualification/outcome.ts"
import type { OpenQuestions } from "./qualification/own.ts"
import { needsNewBadgeKey } from "./qualification/proof.ts"
import { refusals } from "./refusals.ts"
import { renderedTexts } from "./rendered-texts.ts"
import { rulesRoutes } from "./rules/index.ts"
import {
  type Changes,
  describeSynonyms,
  listBehind,
  type Misses,
  measureBehind,
  missJobs,
  openChanges,
  openEngines,
  openMisses,
  openSearch,
  type Search,
  searchRoutes,
} from "./search/index.ts"
import { uploadedFiles } from "./uploaded-files.ts"
import { type IsPublic, listStopped, webhookJobs } from "./webhooks/index.ts"

/** What the modules are given. Nothing of it is found by name. */
type Parts = {
  config: Config
  db: Db
  jobs: Jobs
  live: Live
  files: FileStore
  post: Post
  sessions: Sessions
  search: Search
  misses: Misses
  changes: Changes
  announcing: Outside
  conversing: ConversingOutside
  providerKeys: Keys | null
}

export type Built = {
  app: App
  parts: Parts
  metrics: Registry
  /** Workers and live updates; without it the application answers requests only. */
  start(): Promise<void>
  /** From now on it does not call itself ready, so that nobody new is sent here; it answers as before. */
  retire(): void
  stop(): Promise<void>
}

const SLOWEST_REQUEST_MS = 10_000

export type BuildOptions = {
  config: Config
  databaseUrl: string
  /** Past a pooler; without it, `databaseUrl` leads to PostgreSQL itself. */
  directUrl?: string
  assets: Assets
  /** Who the people of a trial are, by name. */
  peopleNotes?: Site["peopleNotes"]
  logger: FastifyBaseLogger | null
  patience?: Patience
  /** Shorter in tests. */
  liveLimits?: Partial<LiveLimits>
  onRoute?: (route: { method: string; url: string; access: Access }) => void
}

/** The table of contents: every module, registered by hand, top to bottom. */
export async function buildApp(options: BuildOptions): Promise<Built> {
  const { config, databaseUrl, directUrl = databaseUrl, assets, logger, peopleNotes = () => ({}) } = options
  const report = (error: unknown, where = "live") => logger?.error({ err: error, where }, "background fault")
  const tellUnrendered = (fault: unknown) => report(fault, "markdown")
  unrendered.subscribe(tellUnrendered)
  const tellOutage = reportOutages(logger)
  const db = connect(
    { url: databaseUrl, direct: directUrl },
    config.databasePoolSize,
    config.databaseLimits,
    (fault) => {
      tellOutage(fault)
      if (fault === null) signals.check()
    },
  )
  // Before anything is asked of the pool, which checks them after an outage.
  const signals = openSignals(db, directUrl, report, () => logger?.error({ live: "silent" }, SILENT))
  const jobs = await openJobs(db, report, true)
  signals.listen(jobs.wake, jobs.wakeAll)
  const sessions = openSessions(db, config.secure)
  const live = openLive(signals, sessions.identifyAll, report)
  const keptBytes = [attachmentBytes, photoBytes, stepFileBytes, announcementBytes, conversationBytes]
  const stored = openFiles(config, openFileQuota(config.fileQuotaBytes, keptBytes))
  const files = guarded(stored, db)
  const replica = openReplica(db, config)
  const engines = openEngines(db, config)
  const changes = openChanges(db, forumSource, engines, report)
  const missing = { db, findPersonalData, answeredCategories }
  const misses = openMisses(missing)
  const search = openSearch({ db, source: forumSource, engines: engines.toReversed(), misses })
  const senderName = async () => (await readInstallation(db)).name
  const post = openPost({ config, db, senderName, stopped: openStoppedAddresses(db) })
  const describeSubjects = describeSubjectsBy(db)
  const providerKeys = openProviderKeys(config)
  const rest = { search, misses, changes, announcing, conversing, providerKeys }
  const parts: Parts = { config, db, jobs, live, files, post, sessions, ...rest }
  const openQuestions = openQuestionsOf(parts)
  const describeInbox = describeInboxBy(db, config)
  const outside = { describeSubjects, ownPosts, openQuestions, journalKeys: openJournalKeys(config) }
  const papers: FolderSources = { catalogue, tags, config }
  const accountParts = {
    ...parts,
    stored,
    describeSubjects,
    threadExists,
    catalogue,
    chapters,
    leaving,
    retentionKinds: retentionKinds(files),
    journalKeys: outside.journalKeys,
  }
  const site = {
    jobs,
    post,
    signals,
    config,
    db,
    replica,
    files,
    sessions,
    search,
    misses,
    assets,
    catalogue,
    papers,
    threadExists,
    retentionKinds: accountParts.retentionKinds,
    peopleNotes,
    describeInbox,
    takeMail: (raw: Buffer) => handleMail(parts, raw),
    announcing,
    conversing,
    readsAdoption,
    providerKeys: parts.providerKeys,
    ...outside,
  }
  const identify = identifyBy(sessions, config)

  const app = await createHttp({
    config,
    logger,
    identify,
    tokens: { ...openTokens(db, config), scopeOf },
    limitUnsafe: limitUnsafeBy(db, sessions, config),
    problemTitle,
    errorPage: answerErrorAsPage(site),
    ...(options.patience && { patience: options.patience }),
    ...(options.onRoute && { onRoute: options.onRoute }),
  })
  const connections = watchConnections(app.server)
  replica.watch(app)
  const metrics = measureRequests(app)
  await describeApi(app, {
    config,
    cookieName: sessions.cookieName,
    groups,
    tags,
    scopeOf,
    refusals,
    words,
  })
  await liveRoutes(app, {
    config,
    hub: live.hub,
    sessionOf: (request) => sessions.keyOf(request.cookies[sessions.cookieName] ?? ""),
    metrics,
    ...(options.liveLimits && { limits: options.liveLimits }),
  })
  let isRetired = false
  await operationRoutes(app, { config, db, jobs, signals, isRetired: () => isRetired })
  await accountRoutes(app, accountParts)
  accountJobs(accountParts, async (personId) => {
    await returnTaken(db, personId)
    await lookAgain(db, personId)
  })
  await rulesRoutes(app, parts)
  await paperRoutes(app, papers)
  await forumRoutes(app, { ...parts, readsAdoption })
  forumJobs(parts)
  forumChannels(parts)
  await announcementRoutes(app, parts)
  announcementJobs(parts)
  announcementChannels(parts)
  await conversationRoutes(app, parts)
  conversationJobs(parts)
  conversationChannels(parts)
  await qualificationRoutes(app, { ...parts, ...outside })
  qualificationJobs(parts)
  qualificationChannels(parts)
  await inboxRoutes(app, { db, describeInbox })
  await mailRoutes(app, parts)
  await settingsRoutes(app, parts)
  notificationJobs(parts)
  mailboxJobs({ ...parts, describeInbox })
  faultJobs(parts, () => findFaults(parts))
  notificationChannels(parts)
  webhookJobs(jobs, { ...parts, isPublic })
  await searchRoutes(app, parts)
  missJobs(jobs, missing)
  mailInJobs(parts)
  mailJobs({ ...parts, describeInbox, whatHappened }, [
    ...accountNotices,
    ...qualificationNotices,
    ...mailInNotices,
  ])
  await webPages(app, site)
  const rendering = openRendering(jobs, db, renderedTexts, (kept) =>
    logger?.warn({ kept }, "text keeps its former HTML: the grammar of this version refuses it"),
  )
  const fileChecks = openFileChecks(jobs, { db, config, stored, uploads: uploadedFiles, tell: tellInfected })
  const mailIn = openMailIn({ ...parts, report: (error) => report(error, "mail-in") })
  measureMailbox(metrics, db)
  measureOperation(metrics, { db, signals, mailQueues: MAIL_QUEUES })
  measureBehind(metrics, db, engines)
  await jobs.prepare()
  await rendering.start()
  await fileChecks.start()
  await shipProgrammes(db)
  await app.ready()

  return {
    app,
    parts,
    metrics,
    start: async () => {
      await signals.start()
      await jobs.work()
      changes.start()
      await mailIn.start()
    },
    retire: () => {
      isRetired = true
    },
    stop: async () => {
      live.hub.closeAll()
      // What running requests still enqueue is for the next start, or for another process.
      await Promise.all([closeWithin(app, connections, SLOWEST_REQUEST_MS), jobs.stop(), mailIn.stop()])
      await changes.stop()
      await signals.stop()
      await replica.close()
      await db.$client.end()
      unrendered.unsubscribe(tellUnrendered)
    },
  }
}

/** For the operator, once each: what people and requests meet meanwhile is the consequence. */
const reportOutages = (logger: FastifyBaseLogger | null) => (fault: OutageKind | null) => {
  if (fault) logger?.error({ database: fault }, "database does not do its work")
  else logger?.warn({ database: "ok" }, "database works again")
}

const SILENT =
  "what is sent by NOTIFY does not arrive: live updates do not work, and jobs start up to 15 seconds late. Behind a pooler in transaction mode, DATABASE_DIRECT_URL has to name PostgreSQL itself"

/** Every module describes its own things for the audit log, which knows nothing of them. */
const describeSubjectsBy =
  (db: Db): DescribeSubjects =>
  async (actor, ids) => {
    if (ids.length === 0) return new Map()
    const found = await Promise.all([
      describeForumSubjects(db, actor, ids),
      describeAnnouncements(db, actor, ids),
      describeQualificationSubjects(db, ids),
      describeSynonyms(db, ids),
    ])
    return new Map(found.flatMap((map) => [...map]))
  }

/** Every module describes what it tells people of; what none of them describes is not to be seen any more. */
const describeInboxBy =
  (db: Db, { publicUrl }: Config): DescribeInbox =>
  (actor, ids) =>
    // Most is of the forum, and a digest for everybody asks nobody in vain.
    describeInTurn(ids, [
      (left) => describeForumInbox(db, actor, left, publicUrl),
      (left) => describeAnnouncementInbox(db, announcing, actor, left, publicUrl),
      (left) => describeQualificationInbox(db, actor, left),
      (left) => describeConversationInbox(db, conversing, actor, left, publicUrl),
      (left) => describeMailFailures(db, actor, left),
      async (left) => describeSetAside(actor, left),
      (left) => describeEventInbox(db, actor, left),
      (left) => describeFaults(db, actor, left),
      (left) => describeInfected(db, actor, left, (id) => findUpload(uploadedFiles, db, id)),
    ])

/** What everybody may read is what other programs may hear of. */
const isPublic: IsPublic = (reader, event, id) =>
  event === "announcement.published" ? isAnnouncedToAll(reader, id) : isReadByAll(reader, id)

/** What administrators have to look after at this moment. */
async function findFaults({ config, db, jobs }: Parts): Promise<Fault[]> {
  const givenUp = await jobs.listGivenUp()
  const behind = await listBehind(db)
  const { awaySince, limit: tooLarge, failed } = await readChecking(db)
  const stopped = await listStopped(db)
  return [
    ...givenUp.map((name): Fault => ({ notice: "accounts.job-given-up", name, mark: null })),
    ...behind.map(
      ({ engine, first }): Fault => ({ notice: "accounts.index-behind", name: engine, mark: first }),
    ),
    ...(awaySince ? [scannerFault("clamd", awaySince.toISOString())] : []),
    ...(tooLarge > 0 ? [scannerFault("clamd: StreamMaxLength", "lasting")] : []),
    ...(failed > 0 ? [scannerFault("clamd: ERROR", "lasting")] : []),
    ...stopped.map((name): Fault => ({ notice: "accounts.webhook-stopped", name, mark: null })),
    ...((await needsNewBadgeKey(config))
      ? [{ notice: "accounts.badge-key", name: "Open Badges", mark: null } satisfies Fault]
      : []),
  ]
}

const scannerFault = (name: string, mark: string): Fault => ({ notice: "accounts.virus-scanner", name, mark })

/** Running requests are finished; one that takes too long is cut, so that a stop always ends. */
async function closeWithin(app: App, connections: Connections, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), milliseconds)
  connections.endWithAnswers()
  await app.close()
  clearTimeout(cut)
}

/** Nobody without a session is kept out by the others at their address where the browser is known. */
function limitUnsafeBy(db: Db, { marks }: Sessions, { limits }: Config) {
  return async (request: FastifyRequest): Promise<void> => {
    const mark = request.visitor ? null : await marks.read(request.cookies[marks.cookieName])
    const most = request.visitor || mark ? limits.postsPerPerson : limits.postsPerAddress
    await limit(db, await addressOf(db, request, mark?.number ?? null), most, 60)
  }
}

function identifyBy(sessions: Sessions, { databaseLimits, secure }: Config) {
  // After a restart everybody's pages come back at the same moment.
  const identifyTogether = inRounds(async (keys: string[]) => {
    const actors = await sessions.identifyAll([...new Set(keys)])
    return keys.map((key) => actors.get(key) ?? null)
  }, databaseLimits.statement)
  const identifyOne = async (request: FastifyRequest, token: string) =>
    isLiveUpgrade(request.raw)
      ? { actor: await identifyTogether(sessions.keyOf(token)), renewed: null, due: null }
      : sessions.identify(token, request.cookies[checkCookieName(secure)])
  return async (request: FastifyRequest, reply?: FastifyReply): Promise<Actor | null> => {
    const token = request.cookies[sessions.cookieName]
    const identified = token ? await identifyOne(request, token) : null
    if (identified?.renewed) reply?.header("set-cookie", identified.renewed)
    request.askProvider = identified?.due ?? null
    request.locale = identified?.actor?.locale ?? (request.cookies.language === "en" ? "en" : "de")
    return identified?.actor ?? null
  }
}

/** The person's own threads, for the qualification, which knows nothing of the forum. */
async function ownPosts(reader: Reader, actor: Actor): Promise<{ title: string; address: string }[]> {
  const questions = await listQuestions(reader, actor, { mine: true }, undefined)
  const practices = await listBestPractices(reader, actor, { mine: true }, undefined)
  return [
    ...practices.items.map(({ id, title }) => ({ title, address: `/gute-praxis/${id}` })),
    ...questions.items.map(({ id, title }) => ({ title, address: `/fragen/${id}` })),
  ]
}

/**
 * Questions of others that wait for an answer, the fitting ones first and then the latest: only what the person may
 * see. Whoever reads no forum gets none.
 */
const openQuestionsOf =
  ({ db, search }: Parts): OpenQuestions =>
  async (actor, words, most) => {
    if (!reads(actor)) return []
    const categoryIds = (await listCategories(db, actor)).map(({ id }) => id)
    const filter = { categoryIds, states: ["open", "asked-back"] satisfies QuestionState[] }
    const open = await listQuestions(db, actor, filter, undefined, MOST_LOOKED_AT)
    const similar = await search.similar(actor, { title: words.slice(0, 300), body: "" })
    const fitting = similar.map(({ threadId }) => threadId)
    const place = ({ id }: { id: string }) => (fitting.includes(id) ? fitting.indexOf(id) : fitting.length)
    return open.items
      .filter(({ author, hidden, withdrawn }) => !author.isMe && !hidden && !withdrawn)
      .toSorted((one, other) => place(one) - place(other))
      .slice(0, most)
      .map(({ id, title, category }) => ({ title, category: category.name, address: `/fragen/${id}` }))
  }
const MOST_LOOKED_AT = 60

/** Where somebody sees what others miss: categories of their department, and those that no department answers for. */
async function answeredCategories(reader: Reader, actor: Actor) {
  const own = queueDepartments(actor)
  const categories = await listCategories(reader, actor, true)
  return categories
    .filter(({ responsible }) => !responsible || own.includes(responsible.id))
    .map(({ id, name, kind }) => ({ id, name, kind }))
}
