/** Where the learners begin, and their learning projects. */

export {
  addItem,
  addToProject,
  commentProject,
  createProject,
  editProject,
  editProjectComment,
  leaveProject,
  linkProjectChat,
  markItem,
  recordDecision,
  removeItem,
  removeProjectComment,
} from "./projects/actions.ts"
export {
  answerAgreement,
  findAgreement,
  listAgreements,
  previewSubmission,
  submitProject,
} from "./projects/agreements.ts"
export { findProject, findProjectComment, findProjectItem, listProjects } from "./projects/queries.ts"
export {
  type AgreementRow,
  type AgreementView,
  Answered,
  EditedProject,
  EditedProjectComment,
  NewDecision,
  NewItem,
  NewProject,
  NewProjectComment,
  NewSubmission,
  ProjectPerson,
  type ProjectRow,
  type ProjectView,
} from "./projects/schema.ts"
export { PROJECT_STATES, type Submitted } from "./projects/tables.ts"
export { findExperiences, saveExperience } from "./starts/experiences.ts"
export {
  addWorkProcess,
  editWorkProcess,
  findWorkProcess,
  listWorkProcesses,
  removeWorkProcess,
} from "./starts/processes.ts"
export {
  EditedWorkProcess,
  type ExperienceView,
  NewWorkProcess,
  OwnExperience,
  WorkProcessVersion,
  type WorkProcessView,
} from "./starts/schema.ts"
export { EXPERIENCE_QUESTIONS, MEDIA } from "./starts/tables.ts"
