import { listDepartments } from "../../../server/accounts/index.ts"
import { findTagFollowing, listCategories, reads } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { MAX_QUERY_LENGTH } from "../../../server/search/index.ts"
import { ErrorSummary, PageTitle, SEARCH_PATH, SearchField, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { NoDepartment } from "../lists/filters.tsx"
import { FollowTag } from "../lists/following.tsx"
import { type Asked, namesOf, readAddress, requestOf, SearchAddress, tagOf } from "./address.ts"
import { SearchHelp } from "./help.tsx"
import { Results, type ResultsProps, resultsTitle } from "./results.tsx"

/** Everything that a person may read, searched through. */
export async function searchPages(app: App, site: Site): Promise<void> {
  app.get(
    SEARCH_PATH,
    { config: { access: "signed-in", page: true }, schema: { querystring: SearchAddress, response: html } },
    async (request, reply) => {
      const asked = readAddress(request.query)
      const isReader = reads(request.actor)
      const isTooLong = isReader && lengthOf(asked.q) > MAX_QUERY_LENGTH
      const results =
        isReader && isQuery(asked) && !isTooLong ? await search(site, request.actor, asked) : null
      return show(
        site,
        request,
        reply,
        (t) => ({
          title: isTooLong ? t.shell.form.errorPageTitle(t.search.title) : titleOf(t, asked, results),
          current: "search",
          hasSearch: true,
          children: <Search asked={asked} results={results} isReader={isReader} isTooLong={isTooLong} />,
        }),
        isTooLong ? 422 : 200,
      )
    },
  )
}

/** Characters, as the search counts them. */
const lengthOf = (q: string) => [...q].length

/** Filters alone are a list; nothing at all is no search yet. */
const isQuery = ({ q, filters, after }: Asked) => q !== "" || filters.length > 0 || after !== null

async function search({ db, search }: Site, actor: Actor, asked: Asked): Promise<ResultsProps> {
  const found = await search.search(actor, requestOf(asked))
  const categories = await listCategories(db, actor, true)
  const departments = await listDepartments(db, { archived: true })
  const tag = tagOf(asked)
  return {
    tag: tag === null ? null : { tag, following: await findTagFollowing(db, actor, tag) },
    asked,
    found,
    names: new Map([...categories, ...departments].map(({ id, name }) => [id, name])),
    mayAsk: categories.some(({ kind, can }) => kind === "questions" && can.post),
  }
}

function titleOf(t: Texts, asked: Asked, results: ResultsProps | null): string {
  if (!results) return t.search.title
  const title = t.search.documentTitle(resultsTitle(t, results))
  return asked.after ? t.search.nextPage(title) : title
}

const tooLong = (t: Texts, { q }: Asked) =>
  t.search.tooLong(t.errors.number(lengthOf(q)), t.errors.number(MAX_QUERY_LENGTH))

type Props = { asked: Asked; results: ResultsProps | null; isReader: boolean; isTooLong: boolean }

function Search({ asked, results, isReader, isTooLong }: Props) {
  const { t } = useReader()
  const title = (
    <PageTitle {...(isReader && !results && { lead: <p>{t.search.invitation}</p> })}>
      {t.search.title}
    </PageTitle>
  )
  if (!isReader)
    return (
      <>
        {title}
        <NoDepartment />
      </>
    )
  const kept = [...namesOf(asked.filters), ...(asked.sort === "date" ? [SORTED_BY_DATE] : [])]
  return (
    <>
      {isTooLong && <ErrorSummary errors={[{ field: "suche-results", message: tooLong(t, asked) }]} />}
      {title}
      <SearchField place="results" value={asked.q} hidden={kept} />
      <SearchHelp open={!results} />
      {results?.tag && <FollowTag {...results.tag} />}
      {results && <Results {...results} />}
    </>
  )
}

const SORTED_BY_DATE: [string, string] = ["sortierung", "datum"]
