/** The longest time limit of a machine, a task, a wait or a retry, in seconds. */
export const longestSeconds = 99_999_999;
