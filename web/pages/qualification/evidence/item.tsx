import type { CompetenceView, EvidenceView } from "../../../../server/qualification/proof.ts"
import { Badge, Disclosure, useReader } from "../../../layout/index.ts"

type Item = Pick<EvidenceView, "kind" | "title" | "address" | "copy" | "sentence">

/** A piece of evidence: what it is, what it shows, and where. */
export function EvidenceItem({ item, competences = [] }: { item: Item; competences?: CompetenceView[] }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const isOutside = item.address.startsWith("http")
  return (
    <>
      <p class="ff-row__title">
        {item.address ? (
          <a href={item.address} {...(isOutside && { rel: "noopener nofollow" })}>
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
      <p>{item.sentence}</p>
      <div class="ff-row__foot">
        <Badge>{words.kinds[item.kind]}</Badge>
        {competences.map(({ key, name }) => (
          <Badge kind="info" key={key}>
            {name}
          </Badge>
        ))}
      </div>
      {item.copy && (
        <Disclosure summary={words.copyTitle} quiet>
          <p class="ff-plain">{item.copy}</p>
        </Disclosure>
      )}
    </>
  )
}
