/**
 * The longest that anything in the tests is waited for, in milliseconds. Waits end on what they wait for; this only ends
 * what hangs, and is long enough for a machine that does ten other things. Nothing else in the tests is a number of
 * seconds (`waiting.test.ts` holds that).
 */
export const PATIENCE = {
  /** For one thing to come: an element, a page, a condition. */
  once: 2 * 60_000,
  /** For a whole test, or what prepares and tidies up for many. */
  test: 15 * 60_000,
}
