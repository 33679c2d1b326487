import { withOwnLevels } from "../../../server/qualification/index.ts"
import { useReader } from "../../layout/index.ts"

/** Whose names are shown, and what the framework calls its levels; nothing where it is none of somebody else's. */
export function FrameworkNotes({ frameworks }: { frameworks: string[] }) {
  const { t, locale } = useReader()
  const { note, band } = t.qualification.competences.frameworks
  return (
    <>
      {withOwnLevels(frameworks).map(({ name, levels }) => (
        <p class="kern-hint" key={name[locale]}>
          {note(name[locale], levels.map((level, at) => band(level, 2 * at + 1)).join(", "))}
        </p>
      ))}
    </>
  )
}
