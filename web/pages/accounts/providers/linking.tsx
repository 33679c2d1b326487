import { Type } from "typebox"
import {
  attemptCookieName,
  beginAt,
  findEnabledProvider,
  type IdentityView,
  unlinkIdentity,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { ActionButton, Badge, Card, formatDay, List, useReader } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { handOver } from "./hand-over.tsx"

const BySlug = Closed({ slug: Type.String({ maxLength: 30 }) })
const config = { access: "signed-in", page: true } as const
const PROFILE = "/profil#anmeldedienste"

/** Linking begins with a form of ours, so that nobody can be led into linking somebody else's account by an address. */
export function linkingPages(app: App, site: Site): void {
  app.post(
    "/profil/anmeldedienste/:slug",
    { config, schema: { params: BySlug, response: html } },
    async (request, reply) => {
      const { slug } = request.params
      const { name } = await findEnabledProvider(site.db, slug)
      const { address, cookie } = await beginAt(site, slug, {
        purpose: "link",
        returnTo: PROFILE,
        actor: request.actor,
        address: request.sender,
        cookie: request.cookies[attemptCookieName(site.config.secure)],
      })
      reply.header("set-cookie", cookie)
      return handOver(site, request, reply, address, ({ accounts }) => {
        const { title, text } = accounts.providers.handOver
        return { title, text: text(name) }
      })
    },
  )

  app.post(
    "/profil/anmeldedienste/:slug/loesen",
    { config, schema: { params: BySlug, response: html } },
    async (request, reply) => {
      const { id } = await findEnabledProvider(site.db, request.params.slug)
      await unlinkIdentity(site.db, request.actor, id)
      return goTo(reply, PROFILE, "provider-unlinked")
    },
  )
}

export function OwnProviders({ identities }: { identities: IdentityView[] }) {
  const { t } = useReader()
  const words = t.accounts.providers.own
  return (
    <Card title={words.title} id="anmeldedienste" icon="lock">
      <p>{words.text}</p>
      <List label={words.title}>
        {identities.map((identity) => (
          <OwnProvider identity={identity} key={identity.providerId} />
        ))}
      </List>
    </Card>
  )
}

function OwnProvider({ identity: { slug, name, linkedOn } }: { identity: IdentityView }) {
  const { t, locale } = useReader()
  const words = t.accounts.providers.own
  const path = `/profil/anmeldedienste/${slug}`
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{name}</p>
        <div class="ff-row__foot">
          {linkedOn ? (
            <Badge kind="success" icon="check">
              {words.linkedOn(formatDay(linkedOn, locale))}
            </Badge>
          ) : (
            <Badge>{words.notLinked}</Badge>
          )}
        </div>
      </div>
      <div class="ff-row__actions">
        {linkedOn ? (
          <ActionButton action={`${path}/loesen`} context={name} confirm={words.confirmUnlink(name)}>
            {words.unlink}
          </ActionButton>
        ) : (
          <ActionButton action={path} kind="secondary" context={name}>
            {words.link}
          </ActionButton>
        )}
      </div>
    </li>
  )
}
