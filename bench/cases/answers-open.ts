import { answersIn } from '../answers/measure.ts';

export const bench = answersIn('open');
