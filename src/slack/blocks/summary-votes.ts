import { VOTES, type Vote } from '../../domain/answer.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { join, md, safe } from '../../domain/escaping.ts';
import type { SummaryModel } from '../../domain/summary.ts';
import type { Messages } from '../../i18n/index.ts';
import { mentions } from './building-blocks.ts';

/** The votes with the dissent, which is always shown; in an open review with the names. */
export function voteLines({ figures, verdict, voters, mode }: SummaryModel, t: Messages): Mrkdwn[] {
  const heading = md`*${t.summary.heading.votes}*`;
  if (VOTES.every((vote) => figures.votes[vote] === 0))
    return [heading, md`${mode === 'private' ? t.summary.fewVotes : t.summary.noVotes}`];
  const count = (vote: Vote) => {
    const names = voters?.[vote] ?? [];
    const label = t.vocabulary.vote[vote];
    return names.length === 0
      ? md`${t.summary.voteCount(label, figures.votes[vote])}`
      : t.summary.voters(label, figures.votes[vote], mentions(names));
  };
  const dissent = dissentLine(verdict, t);
  return [heading, join(VOTES.map(count), ' · '), ...(dissent === null ? [] : [md`${dissent}`])];
}

/** The hours a week lost to friction and what they cost; nothing where nobody lost any (method 2). */
export function priceLines({ figures, hiddenCost, currency }: SummaryModel, t: Messages): Mrkdwn[] {
  if (figures.hours.givenBy === 0 || hiddenCost.hoursPerWeek === 0) return [];
  const { hoursPerWeek, money, revenueShare } = hiddenCost;
  const share = revenueShare === null ? '' : t.summary.priceShare(revenueShare);
  return [md`*${t.summary.heading.price}*`, md`${t.summary.price(hoursPerWeek, money, currency)}${share}.`];
}

/** Who took part and which roles were not heard. */
export function heardLines({ figures, tookPart, notHeard }: SummaryModel, t: Messages): Mrkdwn[] {
  const count = t.summary.tookPart(figures.tookPart, figures.invited);
  const names =
    tookPart === null || tookPart.length === 0
      ? md`${count}.`
      : md`${count}: ${safe(t.summary.tookPartNames(mentions(tookPart)))}`;
  const missing = notHeard.map((role) => t.summary.role[role]).join(', ');
  return [md`*${t.summary.heading.heard}*`, names, ...(missing === '' ? [] : [md`${t.summary.notHeard(missing)}`])];
}

function dissentLine({ stance, dissent }: SummaryModel['verdict'], t: Messages): string | null {
  if (stance === 'none') return null;
  return dissent.count === 0 ? t.summary.dissent.none : t.summary.dissent[stance](dissent.count);
}
