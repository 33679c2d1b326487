export { afterTimer, timerForm } from "./control.ts"
export { Timer, TimerPhases, TimerStart } from "./timer.tsx"
