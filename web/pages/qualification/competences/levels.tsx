import type { CompetenceView } from "../../../../server/qualification/proof.ts"
import { Disclosure, Facts, useReader } from "../../../layout/index.ts"

/** Beside the name that a framework gives: what is meant, in everyday words. */
export function PlainName({ competence: { plain } }: { competence: Pick<CompetenceView, "plain"> }) {
  const { t } = useReader()
  return plain ? <p class="kern-hint">{t.qualification.competences.plain(plain)}</p> : null
}

/** What a competence means and what somebody does at each level of it, this folded away. */
export function LevelMeanings({ competence, open }: { competence: CompetenceView; open?: boolean }) {
  const { t } = useReader()
  const words = t.qualification.competences
  return (
    <>
      <PlainName competence={competence} />
      <Disclosure summary={words.levels} quiet open={open ?? false}>
        <Facts
          facts={competence.levels.flatMap(({ level, name, doing }) =>
            doing ? [{ label: words.named(level, name), value: `… ${doing}.` }] : [],
          )}
        />
      </Disclosure>
    </>
  )
}

/** The steps that all competences share. */
export function Scale({ levels }: { levels: CompetenceView["levels"] }) {
  const { t } = useReader()
  const words = t.qualification.competences
  return (
    <Facts
      facts={levels.map(({ level, name, meaning }) => ({
        label: level === 0 ? "–" : `${words.level} ${level}`,
        value: (
          <>
            <strong>{name}.</strong> {meaning}
          </>
        ),
      }))}
    />
  )
}

/** A level as a bar of four; the same is said in words beside it. */
export function LevelBar({ level }: { level: number | null }) {
  return (
    <svg class="ff-levels" viewBox="0 0 160 12" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          class={level !== null && step <= level ? "ff-levels__full" : "ff-levels__empty"}
          x={(step - 1) * 40 + 1}
          y="1"
          width="38"
          height="10"
          rx="2"
        />
      ))}
    </svg>
  )
}

/** "3 – Leitet andere an", or that nothing is judged. */
export function useLevelName() {
  const { t } = useReader()
  const words = t.qualification.competences
  return (competence: CompetenceView, level: number | null | undefined): string => {
    const found = competence.levels.find((one) => one.level === level)
    return found ? words.named(found.level, found.name) : words.notRated
  }
}
