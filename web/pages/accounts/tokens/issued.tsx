import { Alert, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"

/** The new token, this once: no address leads to this page. */
export function Issued(props: { title?: string; token: string; text: string; back: string; to: string }) {
  const { t } = useReader()
  const { title = t.accounts.tokens.issuedTitle, token, text, back, to } = props
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Alert kind="success">
        <p>{text}</p>
      </Alert>
      <p class="ff-address">
        <code>{token}</code>
      </p>
      <LinkButton href={to} kind="secondary">
        {back}
      </LinkButton>
    </>
  )
}
