import { type Static, type TSchema, Type } from "typebox"
import { Choice, Closed, Id, Instant, Line, Named, Nullable } from "../kernel/schemas.ts"
import { DOCUMENT_KINDS, PERIODS, type Period } from "./model.ts"

const Kind = Choice(DOCUMENT_KINDS, "FoundKind")
const PERIOD_NAMES = Object.keys(PERIODS) as Period[]

/** A value of the address that may be given once or several times. */
const Several = <T extends TSchema>(item: T) =>
  Type.Optional(Type.Union([item, Type.Array(item, { maxItems: 20 })]))

export const MAX_QUERY_LENGTH = 300
/** Of the posts of a thread that fit, so many are listed beside the best. */
export const MOST_OTHERS = 5
const Query = Type.String({ maxLength: MAX_QUERY_LENGTH, default: "" })

/** What `/api/search` is asked. */
export const SearchQuery = Closed({
  q: Query,
  kind: Several(Kind),
  category: Several(Id),
  department: Several(Id),
  state: Several(Line(40)),
  tag: Several(Line(40)),
  official: Type.Optional(Type.Boolean()),
  period: Type.Optional(Choice(PERIOD_NAMES)),
  sort: Type.Optional(Choice(["relevance", "date"])),
  after: Type.Optional(Type.String({ maxLength: 100, pattern: "^[A-Za-z0-9_.-]+$" })),
})
export const SuggestQuery = Closed({ q: Query })
export const SimilarQuery = Closed("NewText", {
  title: Type.String({ maxLength: 500, default: "" }),
  body: Type.String({ maxLength: 20_000, default: "" }),
})

/** A passage in pieces; what is marked is what was looked for. */
const Passage = Type.Array(Closed("PassagePart", { text: Type.String(), marked: Type.Boolean() }))

/** Another post of the thread that fits. */
const PlaceView = Closed("FoundPlace", {
  id: Id,
  kind: Kind,
  passage: Passage,
  official: Nullable(Type.String()),
  createdAt: Instant,
})

/** A thread: the post of it that fits best, and the others with a passage that fits, the first five of them listed. */
const HitView = Closed("Hit", {
  id: Id,
  kind: Kind,
  thread: Closed({
    id: Id,
    kind: Choice(["question", "best-practice"], "ThreadKind"),
    answered: Type.Boolean(),
  }),
  title: Passage,
  passage: Passage,
  category: Named,
  tags: Type.Array(Type.String()),
  state: Nullable(Type.String()),
  official: Nullable(Type.String()),
  accepted: Type.Boolean(),
  outdated: Type.Boolean(),
  duplicate: Type.Boolean(),
  legalStatusDate: Nullable(Type.String()),
  createdAt: Instant,
  others: Closed({ items: Type.Array(PlaceView, { maxItems: MOST_OTHERS }), count: Type.Integer() }),
})

/** Of threads. Exact where `more` is false; at most 1,000, and then there are more. */
const Count = Closed("FoundCount", { count: Type.Integer(), more: Type.Boolean() })
const Values = Type.Array(
  Closed("FacetValue", { value: Type.String(), label: Nullable(Type.String()), count: Count }),
)

export const FoundView = Closed("Found", {
  items: Type.Array(HitView),
  next: Nullable(Type.String()),
  total: Count,
  /** Values of categories and departments are ids and come with their names as labels. */
  facets: Closed({
    kind: Values,
    category: Values,
    department: Values,
    state: Values,
    tag: Values,
    official: Values,
    period: Values,
  }),
  understood: Closed({
    words: Type.Array(Type.String()),
    phrases: Type.Array(Type.String()),
    /** As typed, without the minus. */
    without: Type.Array(Type.String()),
    units: Type.Array(Type.String()),
    tags: Type.Array(Type.String()),
    categories: Type.Array(Type.String()),
    mine: Type.Boolean(),
    /** Names behind `von:` that were left out: nobody can search for the posts of somebody else. */
    persons: Type.Array(Type.String()),
    /** What a minus excludes: `-tag:`, `-kategorie:`, `-von:mir`. */
    not: Closed({
      tags: Type.Array(Type.String()),
      categories: Type.Array(Type.String()),
      mine: Type.Boolean(),
    }),
  }),
  /** False: of signs alone, or of names behind `von:`, nothing can be looked for; then nothing is found. */
  searched: Type.Boolean(),
  /** The query with its words corrected, where that finds something; only when little was found. */
  spelling: Nullable(Type.String()),
  /** The other engine answers, because the chosen one does not. */
  substitute: Type.Boolean(),
})

export const SuggestionView = Closed("Suggestion", {
  threadId: Id,
  kind: Choice(["question", "best-practice"], "ThreadKind"),
  title: Passage,
  category: Type.String(),
  answered: Type.Boolean(),
  official: Type.Boolean(),
})

export const SimilarView = Closed("SimilarThread", {
  threadId: Id,
  kind: Choice(["question", "best-practice"], "ThreadKind"),
  title: Type.String(),
  passage: Passage,
  category: Type.String(),
  state: Nullable(Type.String()),
  answered: Type.Boolean(),
  official: Nullable(Type.String()),
  legalStatusDate: Nullable(Type.String()),
  outdated: Type.Boolean(),
})

export type SearchRequest = Static<typeof SearchQuery>
export type Found = Static<typeof FoundView>
export type Hit = Static<typeof HitView>
export type Suggestion = Static<typeof SuggestionView>
export type Similar = Static<typeof SimilarView>
