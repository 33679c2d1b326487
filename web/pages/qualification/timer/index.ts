export { goToTimer, TIMER_FIELDS, timerDeedIn } from "./deed.ts"
export { Timer, TimerPhases, TimerStart } from "./timer.tsx"
