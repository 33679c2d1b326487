import type { CertificateView } from "../../../../server/qualification/index.ts"
import {
  Alert,
  Buttons,
  Card,
  Day,
  Disclosure,
  ErrorSummary,
  errorFor,
  errorOf,
  Facts,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { CompetenceTable } from "./competences.tsx"

type Props = { t: Texts; certificate: CertificateView; errors: FieldError[]; reason: string }

export function CertificateContent({ t, certificate, errors, reason }: Props) {
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
    { label: words.issuedOn, value: <Day value={issuedOn} /> },
    { label: words.one.issuer, value: issuer },
    ...(content ? [{ label: words.one.number, value: <code>{content.code}</code> }] : []),
  ]
  return (
    <div class="ff-cohort">
      <PageTitle over={words.one.title}>{holder}</PageTitle>
      <ErrorSummary errors={errors} />
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
          <Documents t={t} id={id} hasBadge={can.badge} />
          <CompetenceTable t={t} competences={content.competences} />
          <Sentences t={t} sentences={content.sentences} />
        </>
      ) : (
        <p>{words.one.notYours}</p>
      )}
      {release && content && <Releasing t={t} id={id} release={release} address={content.address} />}
      {can.delete && (
        <p>
          <a href={`/zertifikate/${id}/loeschen`}>{words.deletion.link}</a>
        </p>
      )}
      {can.revoke && (
        <Disclosure summary={words.revoke.title} quiet open={errorOf(errors, "reason") !== undefined}>
          <p>{words.revoke.text}</p>
          <Form action={`/zertifikate/${id}/widerruf`} keep={`zertifikate/${id}/widerruf`}>
            <Field
              type="textarea"
              name="reason"
              label={words.revoke.reason}
              hint={words.revoke.hint}
              rows={3}
              maxlength={500}
              value={reason}
              {...errorFor(errors, "reason")}
            />
            <Buttons>
              <SubmitButton kind="danger">{words.revoke.now}</SubmitButton>
            </Buttons>
          </Form>
        </Disclosure>
      )}
    </div>
  )
}

function Documents({ t, id, hasBadge }: { t: Texts; id: string; hasBadge: boolean }) {
  const words = t.qualification.certificates.one
  return (
    <Buttons>
      <LinkButton href={`/zertifikate/${id}/pdf`} kind="primary" icon="download">
        {words.pdf}
      </LinkButton>
      <LinkButton href={`/zertifikate/${id}/pdf?sprache=en`} kind="tertiary">
        {words.pdfEnglish}
      </LinkButton>
      {hasBadge && (
        <LinkButton href={`/zertifikate/${id}/open-badge`} kind="tertiary">
          {words.badge}
        </LinkButton>
      )}
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

type ReleaseProps = {
  t: Texts
  id: string
  release: NonNullable<CertificateView["release"]>
  address: string | null
}

/** What strangers see who have the number: the holder's choice alone. */
function Releasing({ t, id, release, address }: ReleaseProps) {
  const words = t.qualification.certificates.release
  if (address === null)
    return (
      <Card title={words.title} id="pruefung" tone="quiet">
        <p>{words.off}</p>
      </Card>
    )
  return (
    <Card title={words.title} id="pruefung">
      <p>{words.text}</p>
      <p>
        <a href={new URL(address).pathname}>{words.look}</a>
      </p>
      <Form action={`/zertifikate/${id}/freigabe`} hidden={{ version: release.version }}>
        <Field type="checkbox" name="showsName" label={words.name} checked={release.showsName} />
        <Field
          type="checkbox"
          name="showsCompetences"
          label={words.competences}
          checked={release.showsCompetences}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
