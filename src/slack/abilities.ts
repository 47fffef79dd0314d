/** What Slack lets the app do in this workspace beyond what it cannot do without. */
export type Abilities = {
  /** Messages in the threads of channels of this kind reach the app, so that a reply can be an answer. */
  readonly readsThreads: (isPrivateChannel: boolean) => boolean;
  /** The app may set a reaction, the receipt for a reply. */
  readonly reacts: boolean;
  /** Account teams can follow user groups. */
  readonly readsUserGroups: boolean;
  /** The app may send files, such as the chart of a digest. */
  readonly sendsFiles: boolean;
};

/**
 * Reads the abilities from the scopes that were granted, as Slack names them in the head of its answers. A server that does not
 * say (undefined) counts as having granted all that the manifest asks for.
 */
export function abilitiesOf(scopes: readonly string[] | undefined): Abilities {
  const has = (scope: string) => scopes === undefined || scopes.includes(scope);
  return {
    readsThreads: (isPrivateChannel) => has(isPrivateChannel ? 'groups:history' : 'channels:history'),
    reacts: has('reactions:write'),
    sendsFiles: has('files:write'),
    // A server that does not name its scopes knows no user groups either.
    readsUserGroups: scopes?.includes('usergroups:read') ?? false,
  };
}
