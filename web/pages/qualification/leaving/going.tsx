import type { LeavingView } from "../../../../server/qualification/course.ts"
import { Buttons, Field, Form, LinkButton, SubmitButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

type Props = { t: Texts; view: LeavingView }

/** Says exactly what goes and what stays, before anything does. */
export function Going({ t, view }: Props) {
  const words = t.qualification.leaving
  return (
    <>
      <p>{words.lead}</p>
      <p>
        <strong>{words.first}.</strong> {words.firstText}
      </p>
      <section class="ff-part">
        <h3>{words.goes}</h3>
        <Bullets items={goingOf({ t, view })} />
      </section>
      <section class="ff-part">
        <h3>{words.stays}</h3>
        <Bullets items={words.staysList} />
        <p>{words.staysText}</p>
      </section>
      <Form action={`/lerngruppen/${view.cohort.id}/verlassen`}>
        {view.certificates.length > 0 && (
          <>
            <h3>{words.certificate}</h3>
            <Field
              type="radios"
              name="deleteCertificates"
              id={`feld-certificates-${view.cohort.id}`}
              label={words.certificateText}
              values={["false"]}
              options={[
                { value: "false", label: words.keep, hint: words.keepHint },
                { value: "true", label: words.delete, hint: words.deleteHint },
              ]}
            />
          </>
        )}
        <Buttons>
          <SubmitButton kind="danger">{words.now}</SubmitButton>
          <LinkButton href={`/lerngruppen/${view.cohort.id}`} kind="tertiary">
            {words.stay}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

const Bullets = ({ items }: { items: string[] }) => (
  <ul class="ff-bullets">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

/** Only what there is; the last line may hold nothing, but is never wrong. */
function goingOf({ t, view }: Props): string[] {
  const words = t.qualification.leaving
  const { journal, selfRatings, evidence, impulses, sheets, hasRound, projects } = view
  const all: [boolean, string][] = [
    [
      journal.entries > 0,
      journal.whole ? words.journalWhole(journal.entries) : words.journalPart(journal.entries),
    ],
    [selfRatings > 0, words.selfRatings(selfRatings)],
    [evidence > 0, words.evidence(evidence)],
    [impulses > 0, words.impulses(impulses)],
    [sheets > 0, words.sheets(sheets)],
    [hasRound, words.round],
    ...projects.map((title): [boolean, string] => [true, words.project(title)]),
    [true, words.others],
  ]
  return all.filter(([there]) => there).map(([, text]) => text)
}
