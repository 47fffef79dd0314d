import type { KnownBlock, ModalView, RichTextElement, SectionBlock } from '@slack/types';
import { join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import type { CurrentEntry } from '../../../domain/evidence/current-entries.ts';
import type { EvidenceEntry } from '../../../domain/evidence/evidence.ts';
import { formatMoney } from '../../../i18n/amounts.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeListTarget } from '../../list-target.ts';
import { actions, button, context, section } from '../building-blocks.ts';
import { formatDay } from '../client-values.ts';
import { clipAtWord } from '../clip.ts';
import { quote } from '../quote.ts';

/** A form holds 250 kB: an entry of 3,000 characters in any alphabet with its history is under 40. */
export const ENTRIES_ON_A_PAGE = 5;
const MAX_BEFORE = 3;
const MAX_BEFORE_LENGTH = 400;

/** The line of a client's page that leads to its evidence log. */
export function evidenceSection(clientId: string, count: number, t: Messages): SectionBlock {
  const texts = t.evidence;
  const value = encodeListTarget({ list: 'evidence', page: 1, clientId });
  const open = button({ text: texts.open, actionId: ACTIONS.openList, value });
  return { ...section(texts.section(count)), accessory: open };
}

/** An entry as it stands, word for word, who logged it, and what it said before. */
export function evidenceRow({ entry, history }: CurrentEntry, t: Messages): KnownBlock[] {
  const texts = t.evidence;
  const correct = button({ text: texts.correct, actionId: ACTIONS.correctEvidence, value: entry.id });
  const facts = [
    ...factsOf(entry, t),
    texts.loggedBy(entry.loggedById, entry.loggedAt),
    ...(history.length === 0 ? [] : [md`${texts.corrected(history.length)}`]),
  ];
  const left = history.length - MAX_BEFORE;
  return [
    { ...section(join(facts, ' · ')), accessory: correct },
    ...quote(entry.text, linkOf(entry, t)),
    ...history.slice(0, MAX_BEFORE).map((earlier) => context(beforeLine(earlier, t))),
    ...(left > 0 ? [context(texts.moreBefore(left))] : []),
  ];
}

/** Above the entries: the way to add one, and what to say where there is none. */
export function withLogButton(view: ModalView, clientId: string | null, t: Messages): ModalView {
  const log = button({
    ...{ text: t.evidence.log, actionId: ACTIONS.logEvidence },
    ...(clientId === null ? {} : { value: clientId }),
  });
  return { ...view, blocks: [actions('evidence', [log]), ...view.blocks] };
}

/** What an entry is about: the day, the kind of trouble, the money. */
function factsOf(entry: Omit<EvidenceEntry, 'text'>, t: Messages): Mrkdwn[] {
  const { happenedOn, signal, amount, currency } = entry;
  return [
    md`*${formatDay(happenedOn, t)}*`,
    ...(signal === null ? [] : [md`${t.vocabulary.signal[signal]}`]),
    ...(amount === null ? [] : [md`${formatMoney(t.forms.locale, amount, currency ?? '')}`]),
  ];
}

/** The way to what it is about: in rich text, where an address of any length and letters is one. */
function linkOf({ link }: EvidenceEntry, t: Messages): RichTextElement[] {
  return link === null ? [] : [{ type: 'link', url: link, text: t.evidence.link }];
}

function beforeLine(entry: EvidenceEntry, t: Messages): Mrkdwn {
  const facts = safe(join(factsOf(entry, t), ' · '));
  const before = safe(t.evidence.before(entry.loggedById, entry.loggedAt, clipAtWord(entry.text, MAX_BEFORE_LENGTH)));
  return md`${before} · ${facts}`;
}
