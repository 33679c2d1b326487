/** The types of this package name another one. */
declare module "@mixmark-io/domino" {
  export function createDocument(html: string): Document
}
