import type { VerificationView } from "../../../../server/qualification/proof.ts"
import { Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { FrameworkNotes } from "../framework-notes.tsx"

type Competences = NonNullable<VerificationView["competences"]>

type Props = { t: Texts; competences: Competences; scale: number }

export function CompetenceTable({ t, competences, scale }: Props) {
  const words = t.qualification.certificates.one
  if (competences.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="kompetenzen">
      <h2 id="kompetenzen">{words.competences}</h2>
      <Table
        caption={words.competences}
        columns={words.columns}
        named
        rows={competences.map(({ name, level, levelName, doing, start }) => ({
          key: name,
          cells: [
            name,
            start
              ? words.gained(words.level(level, levelName), words.level(start.level, start.levelName))
              : words.level(level, levelName),
            doing ?? "–",
          ],
        }))}
      />
      <FrameworkNotes frameworks={competences.map(({ framework }) => framework)} scale={scale} />
    </section>
  )
}
