/** The admins and owners of the Slack workspace; null when Slack cannot tell at the moment. */
export type FindAdmins = () => Promise<readonly string[] | null>;

/** Who manages a workspace in which nobody is named (any more): Slack's admins and owners, as far as Slack can tell, and the installer. */
export async function findDefaultManagers(
  { findAdmins }: { readonly findAdmins: FindAdmins },
  { installerId }: { readonly installerId: string | null },
): Promise<readonly string[]> {
  const admins = (await findAdmins()) ?? [];
  return [...new Set([...admins, ...(installerId === null ? [] : [installerId])])];
}
