import type { ReleasedView } from "../../../../server/qualification/outcome.ts"
import type { Texts } from "../../../texts/index.ts"

/** The report as managers read it. Plain text, with the breaks that were typed. */
export function ReportFields({
  t,
  fields,
  level,
}: {
  t: Texts
  fields: ReleasedView["fields"]
  level: 2 | 3
}) {
  const Heading = `h${level}` as "h2" | "h3"
  return (
    <>
      {fields.map(({ prompt, text }) => (
        <section class="ff-part" key={prompt} aria-labelledby={`bericht-${prompt}`}>
          <Heading id={`bericht-${prompt}`}>{t.qualification.reports.prompts[prompt]}</Heading>
          <p class="ff-lines">{text}</p>
        </section>
      ))}
    </>
  )
}
