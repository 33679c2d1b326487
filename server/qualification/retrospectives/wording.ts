const LONGEST_TITLE = 160

/** A title and a text out of the words of one card: short words are the title alone. */
export function lessonFrom(words: string): { title: string; body: string } {
  const line = words.replace(/\s+/g, " ").trim()
  const hasBreaks = /[\r\n]/.test(words.trim())
  if (line.length <= LONGEST_TITLE) return { title: line, body: hasBreaks ? words.trim() : "" }
  const cut = line.slice(0, LONGEST_TITLE - 2)
  const end = cut.lastIndexOf(" ")
  // Half a surrogate pair could not be stored.
  const title = (end > 0 ? cut.slice(0, end) : cut).toWellFormed().replace(/\uFFFD$/, "")
  return { title: `${title} …`, body: words.trim() }
}
