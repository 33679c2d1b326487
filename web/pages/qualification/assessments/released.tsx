import type { AssessmentView, CompetenceView } from "../../../../server/qualification/proof.ts"
import { Facts, useReader } from "../../../layout/index.ts"
import { useLevelName } from "../competences/levels.tsx"
import { EvidenceItem } from "../evidence/item.tsx"

type ReleasedView = NonNullable<AssessmentView["released"]>

/** What the learner shows to the round. */
export function Released(props: { released: ReleasedView; competences: CompetenceView[] }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { released, competences } = props
  return (
    <div class="ff-released">
      {released.situations.map((situation, index) => (
        <section key={index}>
          <h3>{words.situation(index + 1)}</h3>
          <Facts
            facts={(["deed", "novelty", "proof"] as const)
              .filter((part) => situation[part].trim())
              .map((part) => ({
                label: words[part],
                value: <span class="ff-plain">{situation[part]}</span>,
              }))}
          />
        </section>
      ))}
      {released.ratings.length + released.formerRatings.length > 0 && (
        <Ratings released={released} competences={competences} />
      )}
      {released.evidence.length > 0 && (
        <section>
          <h3>{words.evidenceShown}</h3>
          <ul class="ff-evidence">
            {released.evidence.map((item) => (
              <li key={item.id}>
                <EvidenceItem
                  item={item}
                  competences={competences.filter(({ key }) => item.competences.includes(key))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Ratings({ released, competences }: { released: ReleasedView; competences: CompetenceView[] }) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const levelName = useLevelName()
  const all = [...released.ratings, ...released.formerRatings]
  const rated = competences.filter(({ key }) => all.some(({ competence }) => competence === key))
  return (
    <section>
      <h3>{words.ratingsShown}</h3>
      <Facts
        facts={rated.map((competence) => {
          const now = released.ratings.find((one) => one.competence === competence.key)
          const then = released.formerRatings.find((one) => one.competence === competence.key)
          return {
            label: competence.name,
            value: (
              <>
                {now && levelName(competence, now.level)}
                {then &&
                  (now
                    ? ` (${words.before(levelName(competence, then.level))})`
                    : words.before(levelName(competence, then.level)))}
                {now?.sentence && (
                  <>
                    <br />
                    {now.sentence}
                  </>
                )}
              </>
            ),
          }
        })}
      />
    </section>
  )
}
