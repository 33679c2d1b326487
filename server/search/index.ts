export { searchCatalogue } from "./catalogue.ts"
export { type Changes, index, openChanges, remove } from "./changes.ts"
export {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Engine,
  FACETS,
  type Facet,
  MOST_COUNTED,
  PERIODS,
  type Period,
  type SearchDocument,
  type ShownDocument,
  type Sort,
  type Source,
} from "./model.ts"
export { openPostgresEngine } from "./postgres.ts"
export { searchRoutes } from "./routes.ts"
export {
  type Found,
  type Hit,
  MAX_QUERY_LENGTH,
  SearchQuery,
  type SearchRequest,
  type Similar,
  type Suggestion,
} from "./schema.ts"
export { openSearch, type Search } from "./search.ts"
