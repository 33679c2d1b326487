import { Refusal } from "../../kernel/errors.ts"
import { type Keys, type Sealed, seal, unseal } from "../../kernel/key-file.ts"

export type Content = { title: string; body: string }

/** Without a file of keys there is no journal: 503 `journal.off`. */
export function keysOf(keys: Keys | null): Keys {
  if (!keys) throw new Refusal(503, "journal.off")
  return keys
}

type Place = { id: string; personId: string }

export const sealContent = (keys: Keys, place: Place, { title, body }: Content): Sealed =>
  seal(keys, boundTo(place), JSON.stringify([title, body]))

/** Nothing where it cannot be read; that is the person's loss, but no fault of the page. */
export function openContent(keys: Keys, row: Place & Sealed): Content | null {
  const text = unseal(keys, boundTo(row), row)
  if (text === null) return null
  const [title, body]: string[] = JSON.parse(text)
  return title === undefined || body === undefined ? null : { title, body }
}

const boundTo = ({ id, personId }: Place) => ["journal", id, personId]
