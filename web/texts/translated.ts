/**
 * The shape that every other language has to fill: the same keys, any string, functions with the same
 * parameters. A missing or superfluous key is a compile error in the translation.
 */
export type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { [Key in keyof T]: Translated<T[Key]> }
