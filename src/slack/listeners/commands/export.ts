import type { ClientProfile } from '../../../domain/client-profile.ts';
import { join, type Mrkdwn } from '../../../domain/escaping.ts';
import type { ClientMatch } from '../../../domain/match-clients.ts';
import { findClientToExport, readClientExport } from '../../../usecases/read-client-export.ts';
import { clipAtWord } from '../../blocks/clip.ts';
import { commandCode } from '../../blocks/ephemeral/command-code.ts';
import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import { exportFiles } from '../../export/export-files.ts';
import { createFindMembers } from '../../presence.ts';
import { sendFiles } from '../../send-files.ts';
import type { Actor } from '../actor.ts';
import type { ListenerContext } from '../listener-context.ts';
import { managerRefusalText } from '../refusal-text.ts';

/** Says something at once, before the work is done. */
export type Say = (reply: RenderedMessage) => Promise<void>;

/** As many names as a reply suggests. */
const MAX_NAMES = 5;

/**
 * The reply to `export`: at once that the files are coming, and nothing more once they are in the person's direct messages; else why
 * they are not. For managers of the workspace, and for a client's own managers of that client.
 */
export async function answerExport(
  ctx: ListenerContext,
  actor: Actor,
  { clientName, say }: { readonly clientName: string | null; readonly say: Say },
): Promise<RenderedMessage | null> {
  const { t } = actor;
  const texts = t.clientExport;
  const found = await findClientToExport(ctx, { ...actor, typed: clientName ?? '' });
  if (!found.ok) return renderNotice(managerRefusalText(actor));
  if (clientName === null) return renderNotice(texts.which(commandCode(`export <${t.commands.help.namePlaceholder}>`)));
  const { match } = found;
  if (match.kind !== 'one') return renderNotice(whichText(clientName, match, actor));
  if (!ctx.abilities.sendsFiles) return renderNotice(texts.notAllowed);
  await say(renderNotice(texts.gathering(match.client.name)));
  return sendExport(ctx, actor, match.client);
}

async function sendExport(
  ctx: ListenerContext,
  actor: Actor,
  { id: clientId, name }: ClientProfile,
): Promise<RenderedMessage | null> {
  const texts = actor.t.clientExport;
  const deps = { ...ctx, findMembers: createFindMembers(ctx) };
  const read = await readClientExport(deps, { ...actor, clientId });
  if (!read.ok)
    return renderNotice(
      read.reason === 'not_manager' ? managerRefusalText(actor) : actor.t.clientSetup.find.none(clipAtWord(name, 100)),
    );
  const { reviews, evidence } = read.record;
  const counts = { client: name, reviews: reviews.length, evidence: evidence.length };
  const failed = renderNotice(texts.failed(name));
  const sent = await sendFiles(ctx, {
    ...{ userId: actor.userId, message: renderNotice(texts.files(counts)), instead: failed },
    files: exportFiles(read.record, actor.t),
  });
  if (sent === 'sent') return null;
  return sent === 'not_allowed' ? renderNotice(texts.notAllowed) : failed;
}

/** Which clients it may have been, by name. */
function whichText(typed: string, match: Exclude<ClientMatch<ClientProfile>, { kind: 'one' }>, { t }: Actor): Mrkdwn {
  const { find } = t.clientSetup;
  const shown = clipAtWord(typed, 100);
  const clients = match.kind === 'several' ? match.clients : match.nearest;
  const text = match.kind === 'several' ? find.several({ typed: shown, count: clients.length }) : find.none(shown);
  if (clients.length === 0) return text;
  const names = clients.slice(0, MAX_NAMES).map(({ name }) => name);
  return join([text, t.clientExport.nearest(names.join(', '), commandCode('export'))], ' ');
}
