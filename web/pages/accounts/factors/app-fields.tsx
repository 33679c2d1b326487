import type { Proposal } from "../../../../server/accounts/index.ts"
import { type FormState, field } from "../../../form-state.tsx"
import { Field, useReader } from "../../../layout/index.ts"
import { idAt } from "../../../page-forms.ts"
import { QrCode } from "./qr-code.tsx"

type Props = { proposal: Proposal; form: FormState; at: string; level: 2 | 3 }

/** What the app reads, as a picture and as text, and where its first code is entered. */
export function AppFields({ proposal, form, at, level }: Props) {
  const { t } = useReader()
  const Heading = `h${level}` as "h2" | "h3"
  const words = t.accounts.factors.app
  return (
    <>
      <Heading>{words.scan}</Heading>
      <QrCode text={proposal.address} label={words.scanAlt} />
      <p>{words.key}</p>
      <p class="ff-address">
        <code>{inGroups(proposal.secret)}</code>
      </p>
      <p>
        <a href={proposal.address}>{words.openApp}</a>
      </p>
      <Heading>{words.enter}</Heading>
      <Field
        {...field(form, "code")}
        {...idAt("code", at)}
        hint={words.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        width="medium"
      />
    </>
  )
}

/** Read off in groups of four; apps do not mind the spaces. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret
