/** One message as the app knows it and as Slack has it. */
export type PostCount = {
  /** Without the id of its review. */
  readonly purpose: string;
  readonly isDirect: boolean;
  /** How many of it stand in Slack, for each of its parts. */
  readonly standing: readonly number[];
  /** How many of it were ever posted, for each of its parts. */
  readonly posted: readonly number[];
  /** How often a kill left nobody knowing whether it was posted. */
  readonly unknown: number;
};

/** What there is to see of a review that has come to its end. */
export type Outcome = {
  readonly counts: readonly PostCount[];
  /** Messages in its thread that the app knows nothing of. */
  readonly strangers: readonly string[];
  readonly verdict: readonly Record<string, unknown>[];
  /** Everything that its thread shows. */
  readonly shown: string;
};

/** Words whose author was told that they are safe, and that are not among the stored answers, each once. */
export function findLost(words: readonly string[], stored: readonly string[]): string[] {
  const all = stored.join('\n');
  return words.filter((word) => timesIn(all, word) !== 1);
}

/** What is wrong with the reviews of one client right after its start form; null when nothing is. */
export function wrongStart({ wasTaken, reviews }: { wasTaken: boolean; reviews: number }): string | null {
  if (reviews > 1) return `there are ${reviews} reviews of one client`;
  return wasTaken && reviews === 0 ? 'the start form was taken, and there is no review' : null;
}

/**
 * Messages that were said too often or not at all. In a channel a message stands once and was posted once. A direct message may be
 * there once more for each time that its outcome was unknown, since nobody can look there (docs/decisions/002-outbox.md).
 */
export function findWrongCounts({ counts, strangers }: Pick<Outcome, 'counts' | 'strangers'>): string[] {
  const wrong = counts.filter(({ isDirect, standing, posted, unknown }) => {
    const most = isDirect ? 1 + unknown : 1;
    const isRight = (count: number) => count >= 1 && count <= most;
    return standing.length === 0 || !standing.every(isRight) || !posted.every(isRight);
  });
  return [
    ...wrong.map(
      ({ purpose, standing, posted, unknown }) =>
        `${purpose} stands ${timesOf(standing)}, was posted ${timesOf(posted)}, its outcome was unknown ${unknown} times`,
    ),
    ...strangers.map((text) => `nobody knows of the message “${text}”`),
  ];
}

/**
 * What a disturbed review came to otherwise than the same review undisturbed: messages owed, the figures of the verdict, and how often
 * each word of `words` is shown. `twinOf` gives the word that stood in its place in the undisturbed one.
 */
export function findDifferences(
  { calm, disturbed }: { calm: Outcome; disturbed: Outcome },
  words: readonly string[],
  twinOf: (word: string) => string,
): string[] {
  const purposes = (one: Outcome) => one.counts.map(({ purpose }) => purpose);
  const missing = purposes(calm).filter((purpose) => !purposes(disturbed).includes(purpose));
  const added = purposes(disturbed).filter((purpose) => !purposes(calm).includes(purpose));
  const verdicts = [calm, disturbed].map(({ verdict }) => JSON.stringify(verdict));
  const times = words.map((word) => ({
    word,
    shown: timesIn(disturbed.shown, word),
    calmly: timesIn(calm.shown, twinOf(word)),
  }));
  return [
    ...missing.map((purpose) => `${purpose} was never owed`),
    ...added.map((purpose) => `${purpose} is owed, and undisturbed it was not`),
    ...(verdicts[0] === verdicts[1] ? [] : [`the verdict is ${verdicts[1]}, undisturbed ${verdicts[0]}`]),
    ...times
      .filter(({ shown, calmly }) => shown !== calmly)
      .map(({ word, shown, calmly }) => `“${word}” is shown ${shown} times, undisturbed ${calmly} times`),
  ];
}

/** Log lines that hold a word of an answer. */
export function findToldWords(logs: readonly string[], words: readonly string[]): string[] {
  return logs.filter((line) => words.some((word) => line.includes(word)));
}

/** What Slack had to complain about, but for what a dead app leaves unacknowledged. */
export function findViolations(violations: readonly string[]): string[] {
  return violations.filter((one) => !one.includes('not acknowledged within 3 s'));
}

function timesIn(text: string, word: string): number {
  return text.split(word).length - 1;
}

function timesOf(parts: readonly number[]): string {
  return parts.length === 0 ? 'nowhere' : `${parts.join(' and ')} times`;
}
