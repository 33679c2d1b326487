/**
 * The lasting address of any post: question, best practice, answer or comment. It holds no fragment, so it survives a
 * sign-in on the way, and leads to the place where the post stands.
 */
export const postAddress = (id: string) => `/a/${id}`
