import { nameKey, wordsOf } from "./german.ts"

const MOST_VARIANTS = 4

/**
 * The query with one of its terms replaced by what means the same, in every way there is, at most four.
 * @param words as typed
 * @param synonyms groups of terms that mean the same; a term may have several words
 */
export function findVariants(words: string[], synonyms: string[][]): string[][] {
  const folded = words.map(nameKey)
  const variants: string[][] = []
  for (const group of synonyms)
    for (const term of group) {
      const parts = partsOf(term)
      const at = placeOf(parts, folded)
      if (at < 0) continue
      for (const other of group)
        if (other !== term && variants.length < MOST_VARIANTS)
          variants.push([...words.slice(0, at), ...wordsOf(other), ...words.slice(at + parts.length)])
    }
  return variants
}

const partsOf = (term: string) => wordsOf(term).map(nameKey)

function placeOf(parts: string[], words: string[]): number {
  if (parts.length === 0) return -1
  for (let at = 0; at + parts.length <= words.length; at += 1)
    if (parts.every((part, offset) => words[at + offset] === part)) return at
  return -1
}
