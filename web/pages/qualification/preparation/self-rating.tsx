import { NewSelfRating, type Point, type SelfRatingsView } from "../../../../server/qualification/proof.ts"
import { type FormState, freshForm, Newer, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Badge,
  Buttons,
  Facts,
  Form,
  LinkButton,
  List,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { useLevelName } from "../competences/levels.tsx"
import { RatingFields, ratingFields, ratingLabels, ratingWords } from "../competences/rating.tsx"
import { POINT_NAMES, preparationOf } from "./address.ts"
import type { Preparation } from "./find.ts"
import { FORMS } from "./forms.ts"

type One = SelfRatingsView["points"][number]

export const selfRatingLabels = (t: Texts, { ratings }: Preparation) =>
  ratingLabels(ratings.competences, t.qualification.selfRating)

export const pointIn = ({ points }: SelfRatingsView, fields: Fields) =>
  points.find(({ point }) => point === textOf(fields, "point"))

export const selfRatingStart = ({ competences }: SelfRatingsView, one: One | undefined): Fields =>
  one ? { ...ratingFields(competences, one.ratings), point: one.point, version: String(one.version) } : {}

type Props = { found: Preparation; tried: FormState | null; point: Point | undefined }

/** Start and end side by side; the one that is asked for, or that comes first, as a form. */
export function SelfRating({ found, tried, point }: Props) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const { ratings, cohort } = found
  const own = tried?.name === FORMS.selfRating ? tried : null
  const [first] = ratings.points
  const asked = own ? pointIn(ratings, own.fields) : ratings.points.find((one) => one.point === point)
  const open = asked ?? (first?.version === 0 && !first.fixed ? first : undefined)
  return (
    <section class="ff-part" aria-labelledby="selbsteinschaetzung">
      <h2 id="selbsteinschaetzung">{words.title}</h2>
      <p>{words.lead}</p>
      <List>
        {ratings.points.map((one) => (
          <PointRow key={one.point} cohortId={cohort.id} one={one} isOpen={one === open} />
        ))}
      </List>
      {open?.fixed && !own && <Fixed one={open} ratings={ratings} />}
      {open && (own || !open.fixed) && (
        <RatingForm
          found={found}
          form={own ?? freshForm(NewSelfRating, selfRatingLabels(t, found), selfRatingStart(ratings, open))}
          title={words.pointTitles[open.point]}
        />
      )}
    </section>
  )
}

function PointRow({ cohortId, one, isOpen }: { cohortId: string; one: One; isOpen: boolean }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const { point, version, fixed } = one
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h3 class="ff-row__title">{words.pointTitles[point]}</h3>
        <p class="ff-row__excerpt">{words.when[point]}</p>
        <div class="ff-row__foot">
          {version > 0 ? (
            <Badge kind="success" icon="check-circle">
              {words.done}
            </Badge>
          ) : (
            <Badge>{fixed ? words.skipped : words.open}</Badge>
          )}
        </div>
      </div>
      {!isOpen && (version > 0 || !fixed) && (
        <div class="ff-row__actions">
          <LinkButton
            href={`${preparationOf(cohortId)}?zeitpunkt=${POINT_NAMES[point]}#einschaetzen`}
            context={words.pointTitles[point]}
            small
          >
            {fixed ? words.read : version > 0 ? words.change : words.fill}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

function RatingForm({ found, form, title }: { found: Preparation; form: FormState; title: string }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const { ratings, cohort } = found
  const point = textOf(form.fields, "point")
  return (
    <section class="ff-part" aria-labelledby="einschaetzen">
      <h3 id="einschaetzen">{title}</h3>
      <p>{words.formLead}</p>
      <Newer form={form} text={words.conflict} words={ratingWords(t, ratings.competences)} level={3} />
      <Form
        action={`/lerngruppen/${cohort.id}/selbsteinschaetzung`}
        hidden={{ point, version: versionOf(form) }}
        keep={`lerngruppen/${cohort.id}/selbsteinschaetzung/${point}`}
      >
        <RatingFields competences={ratings.competences} form={form} words={words} />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={preparationOf(cohort.id)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </section>
  )
}

function Fixed({ one, ratings }: { one: One; ratings: SelfRatingsView }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const levelName = useLevelName()
  return (
    <section class="ff-part" aria-labelledby="einschaetzen">
      <h3 id="einschaetzen">{words.pointTitles[one.point]}</h3>
      <p class="kern-hint">{words.fixed}</p>
      <Facts
        facts={ratings.competences.map((competence) => {
          const rating = one.ratings.find((other) => other.competence === competence.key)
          const value = [levelName(competence, rating?.level), rating?.sentence].filter(Boolean).join(". ")
          return { label: competence.name, value }
        })}
      />
    </section>
  )
}
