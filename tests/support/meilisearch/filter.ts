/** Filter expressions as Meilisearch documents them, as far as we use them. A fault of syntax is thrown. */

type Value = string | number | boolean | null | undefined | string[]
type Fields = Record<string, Value>
type Test = (fields: Fields) => boolean

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(<=|>=|!=|[=<>()[\],])|([\p{L}\d_.-]+))/uy

export function parseFilter(filter: string | string[] | undefined): Test {
  const tests = [filter ?? []].flat().map(parseExpression)
  return (fields) => tests.every((test) => test(fields))
}

type Token = { text: string; kind: "quoted" | "sign" | "word" }

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const end = expression.trimEnd().length
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(expression)
    if (!match) throw new Error(`not a filter: ${expression}`)
    const [, quoted, sign, word] = match
    if (quoted !== undefined) tokens.push({ text: quoted.replace(/\\(.)/g, "$1"), kind: "quoted" })
    else if (sign !== undefined) tokens.push({ text: sign, kind: "sign" })
    else tokens.push({ text: word ?? "", kind: "word" })
  }
  return tokens
}

function parseExpression(expression: string): Test {
  const tokens = tokensOf(expression)
  const isNext = (text: string) => tokens[0]?.text === text && tokens[0].kind !== "quoted"
  const skip = (text: string) => isNext(text) && tokens.shift() !== undefined
  const take = () => {
    const token = tokens.shift()
    if (!token) throw new Error(`an unfinished filter: ${expression}`)
    return token
  }
  const expect = (text: string) => {
    if (!skip(text)) throw new Error(`${text} expected: ${expression}`)
  }
  const either = (): Test => {
    const tests = [both()]
    while (skip("OR")) tests.push(both())
    return (fields) => tests.some((test) => test(fields))
  }
  const both = (): Test => {
    const tests = [single()]
    while (skip("AND")) tests.push(single())
    return (fields) => tests.every((test) => test(fields))
  }
  const single = (): Test => {
    if (skip("NOT")) {
      const test = single()
      return (fields) => !test(fields)
    }
    if (skip("(")) {
      const test = either()
      expect(")")
      return test
    }
    return condition(take().text)
  }
  const condition = (attribute: string): Test => {
    if (skip("IN")) {
      const values: string[] = []
      expect("[")
      while (!skip("]")) {
        values.push(take().text)
        skip(",")
      }
      return (fields) => values.some((value) => equals(fields[attribute], value))
    }
    const operator = take().text
    const { text } = take()
    return (fields) => compare(fields[attribute], operator, text)
  }
  const test = either()
  if (tokens.length > 0) throw new Error(`something follows the filter: ${expression}`)
  return test
}

function equals(actual: Value, wanted: string): boolean {
  if (Array.isArray(actual)) return actual.some((each) => equals(each, wanted))
  return actual !== null && actual !== undefined && String(actual).toLowerCase() === wanted.toLowerCase()
}

function compare(actual: Value, operator: string, wanted: string): boolean {
  if (operator === "=") return equals(actual, wanted)
  if (operator === "!=") return !equals(actual, wanted)
  const difference =
    typeof actual === "number"
      ? actual - Number(wanted)
      : String(actual) < wanted
        ? -1
        : +(String(actual) > wanted)
  if (operator === "<") return difference < 0
  if (operator === "<=") return difference <= 0
  return operator === ">" ? difference > 0 : difference >= 0
}
