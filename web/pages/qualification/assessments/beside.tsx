import type { AssessmentView, CompetenceView } from "../../../../server/qualification/proof.ts"
import { useReader } from "../../../layout/index.ts"
import { EvidenceItem } from "../evidence/item.tsx"

/** The evidence and the observations that stand for one competence. */
export function Beside({ round, competence }: { round: AssessmentView; competence: CompetenceView }) {
  const { t } = useReader()
  const words = t.qualification.round
  const evidence = (round.released?.evidence ?? []).filter((one) => one.competences.includes(competence.key))
  const observations = round.observations.filter((one) => one.competence === competence.key)
  if (evidence.length + observations.length === 0) return null
  return (
    <div class="ff-beside">
      {evidence.length > 0 && (
        <>
          <p class="ff-beside__title">{words.beside}</p>
          <ul class="ff-evidence">
            {evidence.map((item) => (
              <li key={item.id}>
                <EvidenceItem item={item} />
              </li>
            ))}
          </ul>
        </>
      )}
      {observations.length > 0 && (
        <>
          <p class="ff-beside__title">{words.observations}</p>
          <ul class="ff-evidence">
            {observations.map(({ id, text, by }) => (
              <li key={id}>
                <p class="ff-plain">{text}</p>
                <p class="kern-hint">{words.by(by ?? t.qualification.leaving.former)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
