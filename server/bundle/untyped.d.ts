/** What is used of two packages that come without types. */
declare module "spdx-expression-parse" {
  /** Throws where it is no expression of SPDX. */
  export default function parse(expression: string): object
}
declare module "spdx-satisfies" {
  /** Whether one of the licences, or what an expression demands of them, is enough. */
  export default function satisfies(expression: string, allowed: string[]): boolean
}
