export { afterTimer, timerForm } from "./deed.ts"
export { Timer, TimerPhases, TimerStart } from "./timer.tsx"
