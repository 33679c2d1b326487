import { today } from "../../../../server/kernel/time.ts"
import { Badge, formatDay, Meta, TwoSteps, useReader } from "../../../layout/index.ts"

type Token = { id: string; createdOn: string; expiresOn: string; usedOn: string | null }

/** One token of a list: what it is for, until when, and how it is revoked. The token itself is nowhere. */
export function TokenRow(props: {
  token: Token
  title: string
  /** What it is good for, where the title does not say it. */
  goodFor?: string[]
  revokeText: string
  path: string
}) {
  const { t, locale } = useReader()
  const words = t.accounts.tokens
  const { token, title, goodFor = [], revokeText, path } = props
  const { id, createdOn, expiresOn, usedOn } = token
  const issued = words.issuedOn(formatDay(createdOn, locale))
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{title}</p>
        {goodFor.map((one) => (
          <p key={one}>{one}</p>
        ))}
        <div class="ff-row__foot">
          <Meta
            items={[
              issued,
              words.until(formatDay(expiresOn, locale)),
              usedOn ? words.usedOn(formatDay(usedOn, locale)) : words.unused,
            ]}
          />
          {expiresOn < today() && (
            <Badge kind="warning" icon="clock">
              {words.expired}
            </Badge>
          )}
        </div>
        <TwoSteps
          summary={words.revoke}
          now={words.revokeNow}
          text={revokeText}
          action={`${path}/${id}/sperren`}
          context={`${title}, ${issued}`}
          small
        />
      </div>
    </li>
  )
}
