import type { EvidenceList } from "../../../../server/qualification/proof.ts"
import { EmptyState, LinkButton, List, useReader } from "../../../layout/index.ts"
import { EvidenceItem } from "./item.tsx"

/** What shows what was learned, as a part of the preparation. */
export function Evidence({ cohortId, list }: { cohortId: string; list: EvidenceList }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  return (
    <section class="ff-part" aria-labelledby="nachweise">
      <h2 id="nachweise">{words.title}</h2>
      <p>{words.lead}</p>
      <div>
        <LinkButton href={`/lerngruppen/${cohortId}/nachweise/neu`} icon="plus">
          {words.add}
        </LinkButton>
      </div>
      {list.items.length === 0 ? (
        <EmptyState icon="attach" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List>
          {list.items.map((item) => (
            <li class="ff-row" key={item.id}>
              <div class="ff-row__main">
                <EvidenceItem
                  item={item}
                  competences={list.competences.filter(({ key }) => item.competences.includes(key))}
                />
              </div>
              <div class="ff-row__actions">
                <LinkButton href={`/nachweise/${item.id}`} context={item.title} small>
                  {words.edit}
                </LinkButton>
              </div>
            </li>
          ))}
        </List>
      )}
    </section>
  )
}
