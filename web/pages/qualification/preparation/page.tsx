import type { Point } from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Alert, PageTitle, useReader } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import { cohortPage } from "../cohort-page.tsx"
import { Development } from "../competences/development.tsx"
import { ratingForm } from "../competences/rating.tsx"
import { Evidence } from "../evidence/list.tsx"
import { SheetLinks } from "../sheets/beside.tsx"
import type { Preparation } from "./find.ts"
import { SelfRating } from "./self-rating.tsx"
import { Situations } from "./situations.tsx"

/** `tried` is the form that came back, `point` the self-rating that is asked for. */
export function preparationPage(
  { t }: Pick<Ask, "t">,
  found: Preparation,
  tried: FormState | null,
  point?: Point,
): Content {
  const { title } = t.qualification.preparation
  const form = tried && ratingForm(tried)
  return cohortPage(
    t,
    found.cohort,
    { title, width: "reading" },
    <All found={found} tried={form} point={point} />,
  )
}

type Props = { found: Preparation; tried: FormState | null; point: Point | undefined }

function All({ found, tried, point }: Props) {
  const { t } = useReader()
  const words = t.qualification.preparation
  const { cohort, ratings, evidence } = found
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {tried && <Faults form={tried} />}
      <Alert kind="info">
        <p>{words.privacy}</p>
      </Alert>
      <SheetLinks cohortId={cohort.id} slug="vorbereitung" />
      <SelfRating found={found} tried={tried} point={point} />
      <Development ratings={ratings} />
      <Evidence cohortId={cohort.id} list={evidence} />
      <Situations found={found} tried={tried} />
    </>
  )
}
