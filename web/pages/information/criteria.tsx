import { type Criterion, clauseOf, readCriteria, resultIn, runLabels } from "../../../server/papers/index.ts"
import { Table, useReader } from "../../layout/index.ts"

/** Every requirement, how it is checked and with what result; below a text of the operator's own, too. */
export function Criteria() {
  const { t, locale } = useReader()
  const words = t.information.criteria
  return (
    <section aria-labelledby="anforderungen" class="ff-entries">
      <h2 id="anforderungen">{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        columns={[words.requirement, words.checked, words.result]}
        named
        rows={criteria().map((criterion) => ({
          key: criterion.number,
          cells: [
            nameOf(criterion, criterion.name[locale]),
            runLabels(criterion.by, locale),
            resultIn(locale, criterion),
          ],
        }))}
      />
    </section>
  )
}

function nameOf(criterion: Criterion, name: string): string {
  const { number, level } = criterion
  const clause = clauseOf(criterion)
  return level === "EN" ? `EN ${clause} ${name}` : `${number} ${name} (${level})`
}

let known: Criterion[] | null = null
/** Read when the page is first asked for, and once. */
function criteria(): Criterion[] {
  known ??= readCriteria()
  return known
}
