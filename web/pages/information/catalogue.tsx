import { type CatalogueEntry, isPersonal } from "../../../server/accounts/index.ts"
import { Disclosure, Facts, useReader } from "../../layout/index.ts"

type PersonalEntry = Exclude<CatalogueEntry, { personal: false }>

/** Every field that says something about a person; a list, because five columns of text fit no narrow screen. */
export function Catalogue({ entries }: { entries: CatalogueEntry[] }) {
  const { t, locale } = useReader()
  const words = t.information.catalogue
  return (
    <section aria-labelledby="verzeichnis" class="ff-entries">
      <h2 id="verzeichnis">{words.title}</h2>
      <p>{words.lead}</p>
      {entries.filter(isPersonal).map((entry) => (
        <Disclosure key={`${entry.table} ${entry.columns[0]}`} summary={entry.field[locale]}>
          <Entry entry={entry} />
        </Disclosure>
      ))}
    </section>
  )
}

function Entry({ entry }: { entry: PersonalEntry }) {
  const { t, locale } = useReader()
  const words = t.information.catalogue
  return (
    <Facts
      facts={[
        { label: words.purpose, value: entry.purpose[locale] },
        { label: words.readers, value: entry.readers[locale] },
        { label: words.retention, value: entry.retention[locale] },
        {
          label: words.columns,
          value: (
            <>
              <code>{entry.table}</code>: {entry.columns.join(", ")}
            </>
          ),
        },
      ]}
    />
  )
}
