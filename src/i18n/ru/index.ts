import type { Messages } from '../en/index.ts';
import { alerts } from './alerts.ts';
import { card } from './card.ts';
import { chart } from './chart.ts';
import { clientSetup } from './client-setup.ts';
import { commands } from './commands.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { clientExport } from './export.ts';
import { forms } from './forms.ts';
import { home } from './home.ts';
import { install } from './install.ts';
import { intake } from './intake.ts';
import { meeting } from './meeting.ts';
import { outcome } from './outcome.ts';
import { parting } from './parting.ts';
import { partingForms } from './parting-forms.ts';
import { partingHome } from './parting-home.ts';
import { partingMessages } from './parting-messages.ts';
import { pauses } from './pauses.ts';
import { plan } from './plan.ts';
import { planForms } from './plan-forms.ts';
import { presence } from './presence.ts';
import { pulse } from './pulse.ts';
import { pulseState } from './pulse-state.ts';
import { readiness } from './readiness.ts';
import { refusals } from './refusals.ts';
import { rehearsal } from './rehearsal.ts';
import { replies } from './replies.ts';
import { startForm } from './start-form.ts';
import { summary } from './summary.ts';
import { takenBack } from './taken-back.ts';
import { thread } from './thread.ts';
import { vocabulary } from './vocabulary.ts';
import { walk } from './walk.ts';

export const ru: Messages = {
  alerts,
  card,
  chart,
  clientExport,
  clientSetup,
  commands,
  decision,
  desk,
  digest,
  evidence,
  forms,
  home,
  install,
  intake,
  meeting,
  outcome,
  parting,
  partingForms,
  partingHome,
  partingMessages,
  pauses,
  plan,
  planForms,
  presence,
  pulse,
  pulseState,
  readiness,
  refusals,
  rehearsal,
  replies,
  startForm,
  summary,
  takenBack,
  thread,
  vocabulary,
  walk,
};
