import type { Button } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import { type Mrkdwn, md } from '../../domain/escaping.ts';
import type { PlanFigures } from '../../domain/plan/plan-figures.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { button } from './building-blocks.ts';

/** *Make a plan*, once there is one *Plan*; none where the decision asks for no plan. */
export function planButton({ plan, reviewId }: Pick<CardModel, 'plan' | 'reviewId'>, t: Messages): Button[] {
  if (plan === undefined) return [];
  const isNew = countOf(plan) === 0;
  const text = isNew ? t.plan.buttons.make : t.planForms.card.buttons.plan;
  const made = button({ text, actionId: ACTIONS.makePlan, value: encodeTarget({ reviewId }) });
  return [isNew ? { ...made, style: 'primary' } : made];
}

/** "Next: plan with 3 items, first due 4 December 2026." */
export function planLine(plan: PlanFigures, t: Messages): Mrkdwn {
  const { next, noPlan } = t.planForms.card;
  if (countOf(plan) === 0) return md`${noPlan}`;
  return md`${next(plan.open === 0 ? countOf(plan) : plan.open, plan.next?.dueOn ?? null)}`;
}

const countOf = ({ open, done, dropped }: PlanFigures) => open + done + dropped;
