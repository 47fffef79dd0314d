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

export const en = { vocabulary, card, thread, summary, decision, forms, startForm, commands, refusals, clientSetup };

/** Every message of the app. English defines the shape; a language that misses one does not compile. */
export type Messages = typeof en;
