import type { FastifyReply, FastifyRequest } from "fastify"
import { Alert, Icon, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"

/** The answer to the form that made them, this once: no address may lead to them again. */
export const showCodes = (
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  codes: string[],
  goesOn: string,
) =>
  show(site, request, reply, (t) => ({
    title: t.accounts.factors.codes.shownTitle,
    width: "reading",
    children: <Codes codes={codes} goesOn={goesOn} />,
  }))

function Codes({ codes, goesOn }: { codes: string[]; goesOn: string }) {
  const { t } = useReader()
  const words = t.accounts.factors.codes
  return (
    <>
      <PageTitle>{words.shownTitle}</PageTitle>
      <Alert kind="warning">
        <p>{words.shownText}</p>
      </Alert>
      <pre class="ff-codes" id="codes">
        {codes.join("\n")}
      </pre>
      <div class="ff-buttons">
        <LinkButton href={goesOn} kind="primary">
          {words.goOn}
        </LinkButton>
        <button type="button" class="kern-btn kern-btn--secondary" data-copy="#codes" hidden>
          <Icon name="copy" />
          <span class="kern-label">{words.copy}</span>
        </button>
      </div>
    </>
  )
}
