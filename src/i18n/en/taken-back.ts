/** Private reviews: words that are changed or taken back after the answers to their question have been shown. */
export const takenBack = {
  /** Above a question of which one's own answer was among those shown. */
  audience:
    '🔒 The answers to this step were shown already, yours among them. What you change or add now appears without your name, with the summary at the latest. Others may see that something has changed, not who changed it. Wording can give you away.',
  /** At the box that takes an answer back. */
  hint: 'Your words are taken out; that you took part stays. You can answer again until the review closes.',
  /** The same beside a choice; at most 75 characters. */
  choiceHint: 'Your words are taken out; that you took part stays.',
  /** In the form and on the page of a person who did that. */
  own: 'Your words are taken out; that you took part stays. You can answer again.',
};
