/** What can be played: a review to its decision, each of the two ways on from there, and eight weeks of the pulse. */
const PLAYS = ['review', 'repair', 'part', 'pulse'] as const;

export type PlayName = (typeof PLAYS)[number];

/**
 * Which play the command line asks for, and its other words: `--play` alone is the review, `--play=repair` and `--play=part` are what
 * follows from a decision, `--play=pulse` is the weekly pulse, null is none. Throws at any other name.
 */
export function readPlay(args: readonly string[]): { play: PlayName | null; rest: string[] } {
  const rest = args.filter((arg) => !/^--play(=|$)/.test(arg));
  const asked = args.find((arg) => /^--play(=|$)/.test(arg));
  if (asked === undefined) return { play: null, rest };
  const name = asked === '--play' ? 'review' : asked.slice('--play='.length);
  const play = PLAYS.find((one) => one === name);
  if (!play) throw new Error(`There is no play “${name}”. There are: ${PLAYS.join(', ')}.`);
  return { play, rest };
}
