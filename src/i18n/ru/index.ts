import type { Messages } from '../en/index.ts';
import { card } from './card.ts';
import { clientSetup } from './client-setup.ts';
import { commands } from './commands.ts';
import { decision } from './decision.ts';
import { forms } from './forms.ts';
import { refusals } from './refusals.ts';
import { startForm } from './start-form.ts';
import { summary } from './summary.ts';
import { thread } from './thread.ts';
import { vocabulary } from './vocabulary.ts';

export const ru: Messages = {
  vocabulary,
  card,
  thread,
  summary,
  decision,
  forms,
  startForm,
  commands,
  refusals,
  clientSetup,
};
