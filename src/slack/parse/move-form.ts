import { FIELDS } from '../ids.ts';
import { readFormFields } from './form-fields.ts';

export type MoveSubmission = {
  /** The chosen channel as Slack sends it, unchecked; null when none is chosen. */
  readonly channelId: string | null;
  readonly publicConfirmed: boolean;
};

/** Reads the form that moves a review. Whether the channel will do is asked later. */
export function parseMoveForm(view: unknown): MoveSubmission {
  const fields = readFormFields(view);
  return { channelId: fields.conversation(FIELDS.channel), publicConfirmed: fields.isTicked(FIELDS.publicConfirmed) };
}
