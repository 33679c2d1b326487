import { type CertificateView, Release, Revocation } from "../../../../server/qualification/proof.ts"
import { yesOrNo } from "../../../compared.ts"
import { Faults, field, Newer, tick, versionOf } from "../../../form-state.tsx"
import type { Fields } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  Day,
  Disclosure,
  Facts,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { formOf, isRefused, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { OpenBadge } from "./badge.tsx"
import { CompetenceTable } from "./competences.tsx"

type Props = { t: Texts; certificate: CertificateView; tried: Tried | null }

export const certificateLabels = ({ qualification: { certificates } }: Texts) => ({
  showsName: certificates.release.name,
  showsCompetences: certificates.release.competences,
  reason: certificates.revoke.reason,
})

export const releaseStart = ({ release }: CertificateView): Fields =>
  release
    ? {
        showsName: String(release.showsName),
        showsCompetences: String(release.showsCompetences),
        version: String(release.version),
      }
    : {}

/** @param hasProof whether the badge comes as a file with a signature in it, too */
export function CertificateContent({ t, certificate, hasProof, tried }: Props & { hasProof: boolean }) {
  const words = t.qualification.certificates
  const { id, holder, programme, issuer, issuedOn, revoked, content, release, can } = certificate
  const facts = [
    { label: words.one.programme, value: programme },
    ...(content
      ? [
          {
            label: words.one.period,
            value: (
              <>
                <Day value={content.from} /> – <Day value={content.until} />
              </>
            ),
          },
        ]
      : []),
    ...(content?.hours
      ? [{ label: words.one.extent, value: words.one.hours(t.errors.number(content.hours)) }]
      : []),
    ...(content && content.projects.length > 0
      ? [{ label: words.one.project, value: content.projects.join(", ") }]
      : []),
    { label: words.issuedOn, value: <Day value={issuedOn} /> },
    { label: words.one.issuer, value: issuer },
    ...(content ? [{ label: words.one.number, value: <code>{content.code}</code> }] : []),
  ]
  return (
    <div class="ff-cohort">
      <PageTitle over={words.one.title}>{holder}</PageTitle>
      {tried && <Faults form={tried.form} />}
      {revoked && (
        <Alert kind="warning" title={words.states.revoked}>
          <p>
            <Day value={revoked.on} />: {revoked.reason}
          </p>
        </Alert>
      )}
      <Facts facts={facts} />
      {content ? (
        <>
          <Documents t={t} id={id} />
          <CompetenceTable t={t} competences={content.competences} scale={content.scale} />
          <Sentences t={t} sentences={content.sentences} />
        </>
      ) : (
        <p>{words.one.notYours}</p>
      )}
      {release && content && (
        <Releasing t={t} certificate={certificate} address={content.address} tried={tried} />
      )}
      {can.badge && <OpenBadge t={t} certificate={certificate} hasProof={hasProof} />}
      {can.delete && <Deleting t={t} id={id} />}
      {can.revoke && <Revoking t={t} id={id} tried={tried} />}
    </div>
  )
}

function Documents({ t, id }: { t: Texts; id: string }) {
  const words = t.qualification.certificates.one
  return (
    <Buttons>
      <LinkButton href={`/zertifikate/${id}/pdf`} kind="primary" icon="download">
        {words.pdf}
      </LinkButton>
      <LinkButton href={`/zertifikate/${id}/pdf?sprache=en`} kind="tertiary">
        {words.pdfEnglish}
      </LinkButton>
    </Buttons>
  )
}

function Sentences({ t, sentences }: { t: Texts; sentences: string[] }) {
  if (sentences.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="saetze">
      <h2 id="saetze">{t.qualification.certificates.one.sentences}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

/** What strangers see who have the number: the holder's choice alone. */
function Releasing({ t, certificate, address, tried }: Props & { address: string | null }) {
  const words = t.qualification.certificates.release
  if (address === null)
    return (
      <Card title={words.title} id="pruefung" tone="quiet">
        <p>{words.off}</p>
      </Card>
    )
  const form = formOf(tried, {
    at: certificate.id,
    action: "release",
    input: Release,
    labels: certificateLabels(t),
    fields: releaseStart(certificate),
  })
  const said = (value: string) => yesOrNo(t, value === "true")
  return (
    <Card title={words.title} id="pruefung">
      <p>{words.text}</p>
      <p>{words.now}</p>
      <ul class="ff-bullets">
        {shownNow(t, certificate).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href={new URL(address).pathname}>{words.look}</a>
      </p>
      <Newer
        form={form}
        text={words.conflict}
        words={{ showsName: said, showsCompetences: said }}
        level={3}
      />
      <Form
        action={`/zertifikate/${certificate.id}`}
        hidden={{ action: "release", version: versionOf(form) }}
      >
        <Field {...tick(form, "showsName")} type="checkbox" />
        <Field {...tick(form, "showsCompetences")} type="checkbox" />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}

/** What a checker reads, as long as it stays so. */
function shownNow(t: Texts, { holder, programme, issuedOn, release, revoked }: CertificateView): string[] {
  const { release: words, check } = t.qualification.certificates
  const state = check.results[revoked ? "revoked" : "valid"]
  return [
    `${state.title}: ${state.text}`,
    release?.showsName
      ? words.shownName(holder, programme, issuedOn.split("-").reverse().join("."))
      : words.hiddenName,
    release?.showsCompetences && !revoked ? words.shownCompetences : words.hiddenCompetences,
  ]
}

/** The holder's own choice. It takes two steps, with or without a script, and says what follows. */
function Deleting({ t, id }: { t: Texts; id: string }) {
  const { deletion, one } = t.qualification.certificates
  return (
    <Disclosure summary={deletion.link} quiet id="loeschen">
      <p>{deletion.text}</p>
      <ul class="ff-bullets">
        {deletion.consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <p>
        {deletion.keepFirst} <a href={`/zertifikate/${id}/pdf`}>{one.pdf}</a>
      </p>
      <Form action={`/zertifikate/${id}`} hidden={{ action: "delete" }}>
        <Buttons>
          <SubmitButton kind="danger">{deletion.now}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}

function Revoking({ t, id, tried }: { t: Texts; id: string; tried: Tried | null }) {
  const words = t.qualification.certificates.revoke
  const form = formOf(tried, { at: id, action: "revoke", input: Revocation, labels: certificateLabels(t) })
  return (
    <Disclosure summary={words.title} quiet open={isRefused(form)}>
      <p>{words.text}</p>
      <Form action={`/zertifikate/${id}`} hidden={{ action: "revoke" }} keep={`zertifikate/${id}/widerruf`}>
        <Field {...field(form, "reason")} type="textarea" rows={3} hint={words.hint} />
        <Buttons>
          <SubmitButton kind="danger">{words.now}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}
