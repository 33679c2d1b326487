import type { CohortView } from "../../../../server/qualification/core.ts"
import { Day, Disclosure, Facts, List, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Course } from "../path/timeline.tsx"
import { sectionsOf } from "../sections.ts"

type Props = { t: Texts; cohort: CohortView; course: Course }

/** What is not needed today: the areas that have come up by now, the people, and what the cohort is there for. */
export function Everything({ t, cohort, course }: Props) {
  const words = t.qualification.cohorts
  return (
    <Disclosure summary={words.everything} id="alles">
      <div class="ff-areas">
        {sectionsOf(t, cohort, course).map(({ id, sections }) => (
          <section key={id} aria-labelledby={`bereich-${id}`} class="ff-part">
            <h2 id={`bereich-${id}`}>{words.groups[id]}</h2>
            <List>
              {sections.map(({ href, label, text }) => (
                <Row key={href} href={href} title={label} excerpt={text} />
              ))}
            </List>
          </section>
        ))}
      </div>
      <section class="ff-part" aria-labelledby="people">
        <h2 id="people">{words.people}</h2>
        <Facts facts={peopleOf(t, cohort)} />
      </section>
      <section class="ff-part" aria-labelledby="rahmen">
        <h2 id="rahmen">{words.mandate}</h2>
        <Facts
          facts={[
            { label: words.programme, value: cohort.programme.name },
            { label: words.mandate, value: cohort.mandate },
            { label: words.mandateFrom, value: cohort.mandateFrom },
            { label: words.start, value: <Day value={cohort.startOn} /> },
            {
              label: words.deletion,
              value: (
                <>
                  <Day value={cohort.deleteOn} />. {words.deletionHint}
                </>
              ),
            },
          ]}
        />
      </section>
      {cohort.parts.includes("learner") && (
        <p>
          <a href={`/qualifizierung/meine-daten?lerngruppe=${cohort.id}#verlassen-${cohort.id}`}>
            {t.qualification.leaving.link}
          </a>
        </p>
      )}
    </Disclosure>
  )
}

/** By their part; a part that nobody has yet is left out. */
export function peopleOf(t: Texts, { people }: Pick<CohortView, "people">) {
  return (["facilitator", "learner", "manager"] as const).flatMap((part) => {
    const names = people.filter((one) => one.part === part).map(({ name }) => name)
    return names.length > 0 ? [{ label: t.qualification.cohorts.parts[part], value: names.join(", ") }] : []
  })
}
