import { ANSWER_CASES } from './answer-cases.ts';
import type { Cases } from './case.ts';
import { CLIENT_CASES } from './client-cases.ts';
import { EVIDENCE_CASES } from './evidence-cases.ts';
import { INSTALLATION_CASES } from './installation-cases.ts';
import { MEETING_CASES } from './meeting-cases.ts';
import { PARTING_CASES } from './parting-cases.ts';
import { PEOPLE_CASES } from './people-cases.ts';
import { PLAN_CASES } from './plan-cases.ts';
import { POST_CASES } from './post-cases.ts';
import { PULSE_CASES } from './pulse-cases.ts';
import { RECORD_CASES } from './record-cases.ts';
import { REVIEW_CASES } from './review-cases.ts';
import { SETTLED_CASES } from './settled-cases.ts';

export { type Ids, refused } from './case.ts';
export { fill } from './filling.ts';

/** One case for each function of each store: what comes of it with the ids of another workspace. */
export const CASES: Cases = {
  ...PEOPLE_CASES,
  ...CLIENT_CASES,
  ...REVIEW_CASES,
  ...ANSWER_CASES,
  ...RECORD_CASES,
  ...POST_CASES,
  ...PULSE_CASES,
  ...SETTLED_CASES,
  ...PLAN_CASES,
  ...MEETING_CASES,
  ...EVIDENCE_CASES,
  ...PARTING_CASES,
  ...INSTALLATION_CASES,
};
