/** Longest question to the team, in UTF-16 units; it stands on the card. */
export const MAX_QUESTION_LENGTH = 500;

/** The most an hour can cost, in whatever currency. */
export const MAX_HOURLY_COST = 1_000_000;
