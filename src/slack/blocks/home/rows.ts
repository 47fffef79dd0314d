import type { Button, SectionBlock } from '@slack/types';
import { bold, join, type Mrkdwn, md, moment, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ManagedClient, NextStep, OwnClient, RunningReview, Waiting } from '../../../usecases/read-home.ts';
import { ACTIONS } from '../../ids.ts';
import { encodePulseTarget } from '../../pulse-target.ts';
import { encodeTarget } from '../../target.ts';
import { button, section } from '../building-blocks.ts';
import { reviewLine } from '../ephemeral/review-line.ts';
import { healthFigure, healthMark, healthWord } from './health-words.ts';

const row = (text: Mrkdwn, accessory: Button): SectionBlock => ({ ...section(text), accessory });

/** One thing that waits, with the button that does it. */
export function waitingRow(item: Waiting, t: Messages): SectionBlock {
  const { item: texts, button: verbs } = t.home;
  switch (item.kind) {
    case 'decide': {
      const at = item.closedAt && moment(item.closedAt, 'date');
      return row(texts.decide({ name: item.clientName, at }), reviewButton(verbs.decide, ACTIONS.decide, item));
    }
    case 'facilitate':
      return row(texts[item.why](item.clientName), reviewButton(verbs.facilitate, ACTIONS.facilitate, item));
    case 'answer': {
      const { clientName: name, phase, until, mode } = item;
      const text = texts.answer({ name, step: t.vocabulary.state[phase], until, isPrivate: mode === 'private' });
      return row(text, reviewButton(verbs.answer, ACTIONS.answer, item));
    }
    case 'pulse':
      return row(
        texts.pulse(item),
        button({ text: verbs.pulse, actionId: ACTIONS.pulseMore, value: encodePulseTarget({ week: item.week }) }),
      );
  }
}

function reviewButton(
  text: string,
  actionId: string,
  { reviewId, ...rest }: Exclude<Waiting, { kind: 'pulse' }>,
): Button {
  const phase = rest.kind === 'answer' ? { phase: rest.phase } : {};
  return button({ text, actionId, value: encodeTarget({ reviewId, ...phase }) });
}

/** A client as managers see it: health and its movement, status, what comes next. */
export function clientRow({ id, name, status, standing, next }: ManagedClient, t: Messages): SectionBlock {
  const { health } = standing;
  const words = [
    ...(health === null ? [] : [md`${healthWord(health, t)}`]),
    ...(status === 'active' ? [] : [md`${t.vocabulary.status[status]}`]),
    nextStep(next, t),
  ];
  const text = join([md`${healthMark(health)} ${bold(name)} · ${healthFigure(standing, t)}`, join(words, ' · ')]);
  return row(text, button({ text: t.home.button.open, actionId: ACTIONS.openClient, value: id }));
}

function nextStep(next: NextStep, t: Messages): Mrkdwn {
  const texts = t.home.next;
  switch (next.kind) {
    case 'open':
      return md`${next.isPaused ? texts.paused : texts.open(t.vocabulary.state[next.state])}`;
    case 'decide':
      return md`${texts.decide}`;
    case 'reviewed':
      return texts.reviewed(moment(next.at, 'date'));
    case 'never':
      return md`${texts.never}`;
  }
}

/** A review that runs, with the way to its page. */
export function reviewRow(review: RunningReview, t: Messages): SectionBlock {
  const line = reviewLine({ ...review, cardUrl: null }, t);
  const open = button({
    text: t.home.button.facilitate,
    actionId: ACTIONS.facilitate,
    value: encodeTarget({ reviewId: review.id }),
  });
  return row(join([md`${bold(review.clientName)}`, md`${safe(line)}`]), open);
}

/** A client as everybody of its team sees it: its name, and what they said themselves. */
export function ownClientLine({ name, rating }: OwnClient, t: Messages): Mrkdwn {
  return rating === null ? md`• ${name}` : md`• ${name} · ${t.home.ownClients.rated(rating)}`;
}
