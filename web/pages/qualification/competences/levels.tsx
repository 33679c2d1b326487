import type { CompetenceView } from "../../../../server/qualification/index.ts"
import { Disclosure, Facts, useReader } from "../../../layout/index.ts"

const BANDS = [1, 3, 5, 7] as const

/** Beside the name that a framework gives: what is meant, in everyday words. */
export function PlainName({ competence: { plain } }: { competence: Pick<CompetenceView, "plain"> }) {
  const { t } = useReader()
  return plain ? <p class="kern-hint">{t.qualification.competences.plain(plain)}</p> : null
}

/** What a competence means and what somebody does at each level of it, this folded away. */
export function LevelMeanings({ competence, open }: { competence: CompetenceView; open?: boolean }) {
  const { t } = useReader()
  const words = t.qualification.competences
  const doing = (level: number) => competence.levels.find((one) => one.level === level)?.doing ?? ""
  return (
    <>
      <PlainName competence={competence} />
      <Disclosure summary={words.levels} quiet open={open ?? false}>
        <Facts
          facts={BANDS.map((level, index) => ({
            label: words.bands[index] ?? "",
            value: `… ${doing(level)}.`,
          }))}
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
        label: `${words.level} ${level}`,
        value: (
          <>
            <strong>{name}.</strong> {meaning}
          </>
        ),
      }))}
    />
  )
}

/** A level as a bar of eight steps; the same is said in words beside it. */
export function LevelBar({ level }: { level: number | null }) {
  return (
    <svg class="ff-levels" viewBox="0 0 160 12" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((step) => (
        <rect
          key={step}
          class={level !== null && step <= level ? "ff-levels__full" : "ff-levels__empty"}
          x={(step - 1) * 20 + 1}
          y="1"
          width="18"
          height="10"
          rx="2"
        />
      ))}
    </svg>
  )
}

/** "5 – Leitet andere an", or that nothing is judged. */
export function useLevelName() {
  const { t } = useReader()
  const words = t.qualification.competences
  return (competence: CompetenceView, level: number | null | undefined): string => {
    const found = competence.levels.find((one) => one.level === level)
    return found ? words.named(found.level, found.name) : words.notRated
  }
}
