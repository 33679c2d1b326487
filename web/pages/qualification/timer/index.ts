export { afterTimer, goToTimer, TIMER_FIELDS, timerDeedIn, timerForm } from "./deed.ts"
export { Timer, TimerPhases, TimerStart } from "./timer.tsx"
