/** So long the owner of an address may say which application counts. */
export const contestDays = 7;
