import { type Mrkdwn, md, type Safe, safe } from '../../../domain/escaping.ts';
import { COMMAND } from '../../ids.ts';

/** What to type, as code. A backtick would end the code early, so none is left in it. */
export function commandCode(words: string): Safe {
  const shown = `${COMMAND} ${words}`.trim().replaceAll('`', 'ˋ');
  return safe(md`\`${shown}\`` as Mrkdwn);
}
