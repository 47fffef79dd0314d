import type { Answer, Phase } from '../answer.ts';
import type { Language } from '../language.ts';
import { sampleTeamEn } from './sample-team-en.ts';
import { sampleTeamRu } from './sample-team-ru.ts';
import type { SampleTeam, SampleVoice } from './sample-voice.ts';

const TEAMS: Readonly<Record<Language, SampleTeam>> = { en: sampleTeamEn, ru: sampleTeamRu };

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.values(TEAMS).flatMap(({ voices }) => voices.map(({ userId, name }) => [userId, name] as const)),
);

/** The invented client and its six voices, in one language. */
export function sampleTeam(language: Language): SampleTeam {
  return TEAMS[language];
}

/** What a sample voice is called; null for the id of a person. The id tells its language. */
export function sampleName(userId: string): string | null {
  return NAMES.get(userId) ?? null;
}

/** What a sample voice says to one question of a rehearsal. */
export function sampleAnswer({ complaints, positive, lessons, vote, hoursPerWeek }: SampleVoice, phase: Phase): Answer {
  switch (phase) {
    case 'complaints':
      return { phase, complaints };
    case 'positives':
      return { phase, text: positive };
    case 'lessons':
      return { phase, ...lessons };
    case 'vote':
      return { phase, vote, hoursPerWeek };
  }
}
