import { AnswerPost } from "./answers.tsx"
import type { Answer } from "./post-parts.tsx"

type Props = {
  answers: Answer[]
  /** Whether the comments under an answer are unfolded, however many they are. */
  isOpen: (id: string) => boolean
}

/** Sealed answers stand by themselves; the others close together on one sheet. The order stays as it is. */
export const AnswerRuns = ({ answers, isOpen }: Props) => (
  <>
    {inRuns(answers).map((run) => (
      <AnswerRun run={run} isOpen={isOpen} key={run[0]?.id} />
    ))}
  </>
)

function inRuns(answers: Answer[]): Answer[][] {
  const runs: Answer[][] = []
  for (const answer of answers) {
    const last = runs.at(-1)
    if (last && !answer.official && !last[0]?.official) last.push(answer)
    else runs.push([answer])
  }
  return runs
}

function AnswerRun({ run, isOpen }: { run: Answer[]; isOpen: Props["isOpen"] }) {
  const [first] = run
  const post = (answer: Answer) => <AnswerPost answer={answer} open={isOpen(answer.id)} key={answer.id} />
  return first?.official ? post(first) : <div class="ff-answers">{run.map(post)}</div>
}
