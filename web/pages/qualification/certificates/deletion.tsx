import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { deleteCertificate, findCertificate } from "../../../../server/qualification/index.ts"
import { FormOf } from "../../../forms.ts"
import { Buttons, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CertificateTrail } from "./own.tsx"

const config = { access: "signed-in", page: true } as const

/** The holder's own choice; asked for on a page that says what follows. */
export function deletionPages(app: App, site: Site): void {
  app.get(
    "/zertifikate/:id/loeschen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { id } = request.params
      const certificate = await findCertificate(site.db, site.config, request.actor, id)
      if (!certificate.can.delete) throw forbidden()
      return show(site, request, reply, (t) => ({
        title: t.qualification.certificates.deletion.title,
        current: "qualification",
        width: "reading",
        breadcrumb: <CertificateTrail t={t} here={t.qualification.certificates.deletion.link} />,
        children: <Deletion t={t} id={id} programme={certificate.programme} />,
      }))
    },
  )
  app.post(
    "/zertifikate/:id/loeschen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await deleteCertificate(site.db, request.actor, request.params.id)
      return goTo(reply, "/zertifikate", "certificate-deleted")
    },
  )
}

function Deletion({ t, id, programme }: { t: Texts; id: string; programme: string }) {
  const words = t.qualification.certificates.deletion
  return (
    <>
      <PageTitle over={programme} lead={<p>{words.text}</p>}>
        {words.title}
      </PageTitle>
      <ul class="ff-bullets">
        {words.consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <p>
        {words.keepFirst} <a href={`/zertifikate/${id}/pdf`}>{t.qualification.certificates.one.pdf}</a>
      </p>
      <Form action={`/zertifikate/${id}/loeschen`}>
        <Buttons>
          <SubmitButton kind="danger">{words.now}</SubmitButton>
          <LinkButton href={`/zertifikate/${id}`} kind="tertiary">
            {words.keep}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
