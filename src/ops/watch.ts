/** Something people do, by our own names for it: never by person, workspace, client or review. */
export type InteractionLabel = { readonly kind: string; readonly id: string };

/** The kind of everything that answers a question of a review, a pulse or a readiness round: one label for them all. */
export const ANSWER_KIND = 'answer';

/** What the app tells of its own work, as it happens. Nothing here names a person, a workspace, a client or a review. */
export type Watch = {
  /** An interaction was acknowledged, so long after it came in. */
  readonly acknowledged: (label: InteractionLabel, seconds: number) => void;
  readonly interactionFailed: (label: InteractionLabel) => void;
  /** Slack refused a call or could not be reached; `error` is one of a fixed list. */
  readonly slackFailed: (method: string, error: string) => void;
  readonly slackLimited: (method: string) => void;
  readonly jobFailed: (task: string) => void;
  readonly ticked: (seconds: number) => void;
};

/** Hears nothing: for an app whose figures nobody reads. */
export const silentWatch: Watch = {
  acknowledged() {},
  interactionFailed() {},
  slackFailed() {},
  slackLimited() {},
  jobFailed() {},
  ticked() {},
};
