import type { InputBlock } from '@slack/types';
import type { PulseSettings } from '../../../domain/pulse.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS } from '../../ids.ts';
import { channelInput } from './form-inputs.ts';

/** Where managers read the weekly digest; left empty, nowhere. */
export function digestChannelInput(
  { digestChannelId }: Pick<PulseSettings, 'digestChannelId'>,
  t: Messages,
): InputBlock {
  const { channel, hint, placeholder } = t.digest.settings;
  return channelInput({
    ...{ id: FIELDS.digestChannel, label: channel, hint, placeholder },
    ...{ isOptional: true, initial: digestChannelId },
  });
}
