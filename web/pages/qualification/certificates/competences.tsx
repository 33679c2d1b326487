import type { VerificationView } from "../../../../server/qualification/index.ts"
import { Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { FrameworkNotes } from "../framework-notes.tsx"

type Competences = NonNullable<VerificationView["competences"]>

export function CompetenceTable({ t, competences }: { t: Texts; competences: Competences }) {
  const words = t.qualification.certificates.one
  if (competences.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="kompetenzen">
      <h2 id="kompetenzen">{words.competences}</h2>
      <Table
        caption={words.competences}
        columns={words.columns}
        named
        rows={competences.map(({ name, level, levelName, doing }) => ({
          key: name,
          cells: [name, words.level(level, levelName), doing ?? "–"],
        }))}
      />
      <FrameworkNotes frameworks={competences.map(({ framework }) => framework)} />
    </section>
  )
}
