/** Where a field for text finds whom it may name; a small script offers them behind an "@". */
type Nameable = { "data-mention": string }

/** In a thread that is there: whoever may see it. */
export const peopleOfThread = (id: string): Nameable => ({ "data-mention": `/api/threads/${id}/people` })

/** In one that is to be written: whoever may see its category. */
export const peopleOfCategory = (id: string): Nameable => ({ "data-mention": `/api/categories/${id}/people` })
