import type { DayRange } from './calendar.ts';
import type { Language } from './language.ts';

/** What is set for a workspace, and who installed the app there. */
export type WorkspaceSettings = {
  /** Of posts in channels; people are addressed in the language of their own Slack. */
  readonly language: Language;
  /** IANA zone, for working days and deadlines. */
  readonly timeZone: string;
  /** Slack ids; empty: Slack's admins and the installer are the managers. */
  readonly managerIds: readonly string[];
  /** Who installed the app over OAuth, last; null where it runs with the token of one workspace, which does not say whose it is. */
  readonly installerId: string | null;
  /** What an hour of work costs, in `currency`; null when not set. */
  readonly hourlyCost: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** Days on which nobody works, besides weekends. */
  readonly daysOff: readonly DayRange[];
};

/** What a workspace can choose. */
export type ChosenSettings = Omit<WorkspaceSettings, 'installerId'>;

/** What a workspace that is seen for the first time begins with: it has no days off yet. */
export type WorkspaceDefaults = Omit<ChosenSettings, 'daysOff'>;
