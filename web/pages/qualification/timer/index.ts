export { afterTimer, TIMER_FIELDS, timerDeedIn, timerForm } from "./deed.ts"
export { Timer, TimerPhases, TimerStart } from "./timer.tsx"
