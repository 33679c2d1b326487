import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import { listSynonyms, SYNONYM_KEEPERS, type Synonym } from "../../../../server/search/index.ts"
import { pagesOf } from "../../../form-pages.ts"
import { EmptyState, LinkButton, List, PageTitle, useReader } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { Hint } from "../../lists/query.ts"
import { frame, PATH } from "./frame.tsx"
import { inWords } from "./input.ts"

export function synonymListPage(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    access: SYNONYM_KEEPERS,
    query: Closed({ hinweis: Hint }),
    find: ({ db, actor }) => listSynonyms(db, actor),
    show: ({ t, actor }, groups) => ({ ...frame(t, actor), children: <Groups groups={groups} /> }),
  })
}

function Groups({ groups }: { groups: Synonym[] }) {
  const { t } = useReader()
  const words = t.searchCare.synonyms
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={
          <LinkButton href={`${PATH}/neu`} kind="primary" icon="plus">
            {words.add}
          </LinkButton>
        }
      >
        {words.title}
      </PageTitle>
      {groups.length > 0 ? (
        <List label={words.list}>
          {groups.map((group) => (
            <Group group={group} key={group.id} />
          ))}
        </List>
      ) : (
        <EmptyState icon="search" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
    </>
  )
}

function Group({ group }: { group: Synonym }) {
  const { t } = useReader()
  const words = t.searchCare.synonyms
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-terms">{inWords(t, group)}</p>
      </div>
      <div class="ff-row__actions">
        <LinkButton href={`${PATH}/${group.id}`} small context={words.of(group.terms[0] ?? "")}>
          {words.edit}
        </LinkButton>
      </div>
    </li>
  )
}
