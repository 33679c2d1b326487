import { withOwnLevels } from "../../../server/qualification/core.ts"
import { useReader } from "../../layout/index.ts"

/**
 * Whose names are shown, and what the framework calls its levels; nothing where it is none of somebody else's.
 * @param scale the highest level of what is shown: each of the framework's four stands for two of a former eight
 */
export function FrameworkNotes({ frameworks, scale = 4 }: { frameworks: string[]; scale?: number }) {
  const { t, locale } = useReader()
  const { note, band } = t.qualification.competences.frameworks
  const steps = (at: number) => (scale > 4 ? `${2 * at + 1}–${2 * at + 2}` : String(at + 1))
  return (
    <>
      {withOwnLevels(frameworks).map(({ name, levels }) => (
        <p class="kern-hint" key={name[locale]}>
          {note(name[locale], levels.map((level, at) => band(level, steps(at))).join(", "))}
        </p>
      ))}
    </>
  )
}
