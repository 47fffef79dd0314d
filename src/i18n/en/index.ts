import { card } from './card.ts';
import { chart } from './chart.ts';
import { clientSetup } from './client-setup.ts';
import { commands } from './commands.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { digest } from './digest.ts';
import { forms } from './forms.ts';
import { pauses } from './pauses.ts';
import { presence } from './presence.ts';
import { pulse } from './pulse.ts';
import { refusals } from './refusals.ts';
import { rehearsal } from './rehearsal.ts';
import { replies } from './replies.ts';
import { startForm } from './start-form.ts';
import { summary } from './summary.ts';
import { thread } from './thread.ts';
import { vocabulary } from './vocabulary.ts';
import { walk } from './walk.ts';

export const en = {
  card,
  chart,
  clientSetup,
  commands,
  decision,
  desk,
  digest,
  forms,
  pauses,
  presence,
  pulse,
  refusals,
  rehearsal,
  replies,
  startForm,
  summary,
  thread,
  vocabulary,
  walk,
};

/** Every message of the app. English defines the shape; a language that misses one does not compile. */
export type Messages = typeof en;
