type Key =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'SLACK_CLIENT_ID'
  | 'SLACK_CLIENT_SECRET'
  | 'MANAGERS';
/** Settings as they were given, right or wrong. */
type Given = Readonly<Partial<Record<Key, unknown>>>;
type Rule = { readonly key: Key; readonly says: string; readonly isBroken: (given: Given) => boolean };

/** Several workspaces are meant, whether or not the rest of it is right. */
export function wantsOAuth({ SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret }: Given): boolean {
  return Boolean(id ?? secret);
}

const NOT_WITH_OAUTH = 'is of no use together with SLACK_CLIENT_ID: leave it empty';

const RULES: readonly Rule[] = [
  { key: 'SLACK_BOT_TOKEN', says: 'is missing', isBroken: (given) => !given.SLACK_BOT_TOKEN && !wantsOAuth(given) },
  {
    key: 'SLACK_BOT_TOKEN',
    says: 'is set together with SLACK_CLIENT_ID or SLACK_CLIENT_SECRET: choose one of the two ways',
    isBroken: (given) => Boolean(given.SLACK_BOT_TOKEN) && wantsOAuth(given),
  },
  ...(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET'] as const).map((key) => ({
    ...{ key, says: 'is missing' },
    isBroken: (given: Given) => wantsOAuth(given) && !given[key],
  })),
  ...(['SLACK_APP_TOKEN', 'MANAGERS'] as const).map((key) => ({
    ...{ key, says: NOT_WITH_OAUTH },
    isBroken: (given: Given) => wantsOAuth(given) && Boolean(given[key]),
  })),
];

/**
 * What is wrong between the settings for Slack, by key: they stand for one workspace by its token, or for several over OAuth, which needs
 * HTTP and has its managers in each workspace. A key that is right in itself may be here, and one that is wrong in itself too.
 */
export function findSlackConflicts(given: Given): ReadonlyMap<string, string> {
  return new Map(RULES.filter(({ isBroken }) => isBroken(given)).map(({ key, says }) => [key, says]));
}
