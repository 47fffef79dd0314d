import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Client } from '../../../domain/client.ts';
import { join, type Mrkdwn, md } from '../../../domain/escaping.ts';
import { type Intake, type IntakeQuestion, intakeRisks } from '../../../domain/intake.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { button, context, section } from '../building-blocks.ts';

/**
 * What is not settled with a client, a line each, with the way to the questions; one line where nobody was asked or all is well.
 * Nothing once we have parted.
 */
export function intakeSection(
  { id, status }: Pick<Client, 'id' | 'status'>,
  intake: Intake | null,
  t: Messages,
): SectionBlock[] {
  if (status === 'parted') return [];
  const texts = t.intake;
  const text = intake === null ? texts.open : texts.edit;
  const open = button({ text, actionId: ACTIONS.intake, value: id });
  return [{ ...section(join(intakeLines(intake, t))), accessory: open }];
}

/** The same in words alone. */
export function intakeLines(intake: Intake | null, t: Messages): Mrkdwn[] {
  const texts = t.intake;
  const risks = intakeRisks(intake);
  if (risks.kind === 'not_filled') return [texts.notFilled];
  const { missing } = risks;
  return missing.length === 0
    ? [texts.noRisks]
    : [texts.risks(missing.length), ...missing.map((question) => md`• ${texts.risk[question]}`)];
}

/** The one line about it on the card of a client's first review; nothing where nothing is missing. */
export function intakeOnCard(missing: readonly IntakeQuestion[], t: Messages): KnownBlock[] {
  if (missing.length === 0) return [];
  return [context(t.intake.onCard(missing.map((question) => t.intake.risk[question]).join(', ')))];
}
