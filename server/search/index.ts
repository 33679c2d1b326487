export { listBehind, measureBehind } from "./behind.ts"
export { searchCatalogue } from "./catalogue.ts"
export { type Changes, index, indexSelected, openChanges, remove } from "./changes.ts"
export { CommandFault, chooseEngines, reindex, verifyIndex } from "./commands.ts"
export { openEngines } from "./engines.ts"
export { analyse, askedTerms } from "./german.ts"
export { searchLeaving } from "./leaving.ts"
export { forgetMisses } from "./misses/actions.ts"
export { type Misses, missJobs, openMisses } from "./misses/open.ts"
export type { MissView } from "./misses/schema.ts"
export {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Engine,
  type EngineQuery,
  type Facet,
  PERIODS,
  type Period,
  type SearchDocument,
  type ShownDocument,
  type Sort,
  type Source,
  type Synonym,
} from "./model.ts"
export { SYNONYM_KEEPERS } from "./policy.ts"
export { saysNothing, understand, withoutOperators } from "./query.ts"
export { searchRoutes } from "./routes.ts"
export {
  type Found,
  type Hit,
  MAX_QUERY_LENGTH,
  type SearchRequest,
  type Similar,
} from "./schema.ts"
export { openSearch, type Search } from "./search.ts"
export { addSynonym, changeSynonym, deleteSynonym } from "./synonyms/actions.ts"
export { findSynonym, listSynonyms } from "./synonyms/queries.ts"
export { NewSynonym } from "./synonyms/schema.ts"
export { describeSynonyms } from "./synonyms/subjects.ts"
