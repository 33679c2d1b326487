import type { FastifyReply, FastifyRequest } from "fastify"
import { Buttons, LinkButton, PageTitle } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

type Words = { title: string; text: string }

/**
 * A form of ours may not end at another server (`form-action 'self'`), not even by a redirect. So what a form begins goes
 * on from a page, by itself and without a script.
 */
export const handOver = (
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
  wordsOf: (t: Texts) => Words,
) =>
  show(site, request, reply, (t) => {
    const { title, text } = wordsOf(t)
    return {
      title,
      width: "narrow",
      goesOnTo: address,
      children: (
        <>
          <PageTitle lead={<p>{text}</p>}>{title}</PageTitle>
          <Buttons>
            <LinkButton href={address} kind="primary">
              {t.accounts.providers.handOver.goOn}
            </LinkButton>
          </Buttons>
        </>
      ),
    }
  })
