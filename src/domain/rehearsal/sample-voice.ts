import type { Complaint, LessonsAnswer, Role, Vote } from '../answer.ts';

/** Somebody who does not exist and answers in a rehearsal. */
export type SampleVoice = {
  /** Begins with `sample-`, which no Slack id does. */
  readonly userId: string;
  /** With a word that says that it is a sample: it stands where a mention would. */
  readonly name: string;
  readonly role: Role;
  readonly complaints: readonly Complaint[];
  /** Null: cannot name one. */
  readonly positive: string | null;
  readonly lessons: Omit<LessonsAnswer, 'phase'>;
  readonly vote: Vote;
  readonly hoursPerWeek: number | null;
};

/** An invented client and the people who work with it. */
export type SampleTeam = { readonly clientName: string; readonly voices: readonly SampleVoice[] };
