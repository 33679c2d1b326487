import type { SelfRatingsView } from "../../../../server/qualification/proof.ts"
import { Card, useReader } from "../../../layout/index.ts"
import { LevelBar, PlainName, useLevelName } from "./levels.tsx"

/** From the first to the latest self-rating: bars, and the same in words. */
export function Development({ ratings }: { ratings: SelfRatingsView }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const levelName = useLevelName()
  const written = ratings.points.filter(({ version }) => version > 0)
  if (written.length < 2)
    return (
      <Card title={words.development} id="entwicklung" tone="quiet">
        <p>{words.developmentEmpty}</p>
      </Card>
    )
  return (
    <Card title={words.development} id="entwicklung">
      <p class="kern-hint">{words.developmentText}</p>
      {ratings.competences.map((competence) => {
        const levels = written.map(({ point, ratings: own }) => {
          const level = own.find((one) => one.competence === competence.key)?.level ?? null
          return { point, level }
        })
        return (
          <div class="ff-development" key={competence.key}>
            <h3>{competence.name}</h3>
            <PlainName competence={competence} />
            <ul>
              {levels.map(({ point, level }) => (
                <li key={point}>
                  <LevelBar level={level} />
                  <span>{words.at(words.points[point], levelName(competence, level))}</span>
                </li>
              ))}
            </ul>
            <Change from={levels[0]?.level ?? null} to={levels.at(-1)?.level ?? null} />
          </div>
        )
      })}
    </Card>
  )
}

function Change({ from, to }: { from: number | null; to: number | null }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  if (from === null || to === null) return null
  const steps = to - from
  return <p>{steps > 0 ? words.more(steps) : steps < 0 ? words.less(-steps) : words.same}</p>
}
