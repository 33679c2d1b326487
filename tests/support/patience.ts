/**
 * The longest that anything in the tests is waited for, in milliseconds. Waits end on what they wait for; this only ends
 * a run that hangs, and is long enough for a machine that does ten other things. Nothing else in the tests is a number
 * of seconds (`rules.test.ts` holds that).
 */
export const PATIENCE = 15 * 60_000
