import { Table, useReader } from "../../layout/index.ts"

type Bar = { name: string; value: number }

/** A table whose numbers are drawn as bars, too: what the picture shows is there to be read, heard and copied. */
export function Bars({ title, bars }: { title: string; bars: Bar[] }) {
  const { t } = useReader()
  const words = t.adoption
  const most = Math.max(...bars.map(({ value }) => value), 1)
  if (bars.length === 0) return null
  return (
    <div class="ff-part">
      <h3>{title}</h3>
      <Table
        caption={title}
        columns={[words.what, words.count]}
        rows={bars.map(({ name, value }) => ({
          key: name,
          cells: [
            name,
            <span class="ff-counted" key="bar">
              <svg viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={Math.max(2, Math.round((160 * value) / most))} height="12" />
              </svg>
              {value}
            </span>,
          ],
        }))}
        named
      />
    </div>
  )
}
