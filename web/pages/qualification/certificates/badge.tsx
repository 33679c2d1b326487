import type { ComponentChildren } from "preact"
import type { CertificateView } from "../../../../server/qualification/proof.ts"
import { Buttons, Disclosure, Facts, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { linkedInAddress } from "./linkedin.ts"

const VALIDATOR = "https://vc.1ed.tech/"
const CONSORTIUM = "https://verifierplus.org/"

/** @property hasProof whether the badge comes as a file with a signature in it, too */
type Props = { t: Texts; certificate: CertificateView; hasProof: boolean }

/** The badge in every form, and what its holder can do with each. A link to it opens the fold. */
export function OpenBadge({ t, certificate, hasProof }: Props) {
  const { badge: words, one } = t.qualification.certificates
  const files = `/api/certificates/${certificate.id}`
  return (
    <Disclosure summary={one.badge}>
      <p id="open-badge">{words.lead}</p>
      <img src="/api/badges/image.svg" alt={words.image} width="160" height="160" />
      <Section id="angaben" title={words.contentsTitle}>
        <ul class="ff-bullets">
          {words.contents.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="bild" title={words.picture.title}>
        <p>{words.picture.text}</p>
        <Buttons>
          <LinkButton href={`${files}/badge.png`} kind="primary" icon="download">
            {words.picture.png}
          </LinkButton>
          <LinkButton href={`${files}/badge.svg`} kind="tertiary">
            {words.picture.svg}
          </LinkButton>
        </Buttons>
      </Section>
      <Section id="wallet" title={words.wallet.title}>
        <p>{words.wallet.text}</p>
        <ul class="ff-bullets">
          {hasProof && (
            <li>
              <a href={`${files}/badge.json`}>{words.wallet.proof}</a>
            </li>
          )}
          <li>
            <a href={`${files}/badge`}>{words.wallet.jwt}</a>
          </li>
        </ul>
        <p>{words.wallet.identity}</p>
      </Section>
      <LinkedIn t={t} certificate={certificate} />
      <Attached t={t} />
    </Disclosure>
  )
}

function LinkedIn({ t, certificate }: Omit<Props, "hasProof">) {
  const words = t.qualification.certificates.badge.linkedin
  const { programme, installation, issuedOn, content } = certificate
  if (!content?.address) return null
  const { code, address } = content
  return (
    <Section id="linkedin" title={words.title}>
      <p>
        {words.text} <a href="#pruefung">{words.release}</a>
      </p>
      <p>{words.passed}</p>
      <Facts
        facts={[
          { label: t.qualification.certificates.one.programme, value: programme },
          { label: words.organisation, value: installation },
          { label: words.month, value: issuedOn.slice(0, 7).split("-").reverse().join("/") },
          { label: t.qualification.certificates.one.number, value: <code>{code}</code> },
          { label: words.address, value: address },
        ]}
      />
      <p>
        <a href={linkedInAddress({ programme, installation, issuedOn, code, address })} rel="noreferrer">
          {words.link}
        </a>{" "}
        ({words.outside})
      </p>
    </Section>
  )
}

function Attached({ t }: { t: Texts }) {
  const words = t.qualification.certificates.badge.file
  return (
    <Section id="anlage" title={words.title}>
      <p>{words.text}</p>
      <ul class="ff-bullets">
        <li>
          <a href={VALIDATOR} rel="noreferrer">
            {words.validator}
          </a>{" "}
          (vc.1ed.tech)
        </li>
        <li>
          <a href={CONSORTIUM} rel="noreferrer">
            {words.consortium}
          </a>{" "}
          (verifierplus.org)
        </li>
      </ul>
    </Section>
  )
}

type SectionProps = { id: string; title: string; children: ComponentChildren }

const Section = ({ id, title, children }: SectionProps) => (
  <section class="ff-part" aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {children}
  </section>
)
