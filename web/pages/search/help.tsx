import { Disclosure, useReader } from "../../layout/index.ts"

/** What can be typed beside plain words; folded away unless there is nothing else on the page. */
export function SearchHelp({ open }: { open?: boolean }) {
  const { t } = useReader()
  const words = t.search.help
  const { phrase, without, number, tag, category, mine, norm } = words
  return (
    <Disclosure summary={words.summary} quiet id="suchhilfe" {...(open && { open })}>
      <p>{words.text}</p>
      <dl class="ff-operators">
        {[phrase, without, number, tag, category, mine, norm].map(({ typed, means }) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p class="ff-muted">{words.noAuthor}</p>
    </Disclosure>
  )
}
