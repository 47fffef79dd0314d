import type { Block } from './block-shapes.ts';
import type { ApiHandler } from './web-api.ts';
import type { ApiResult, Fields, World } from './world.ts';

/** Files that the app uploads: local-slack keeps them, and the page shows them in messages. */
export const fileHandlers: Record<string, ApiHandler> = {
  'files.getUploadURLExternal': (world, args) => granted(world, 'files.getUploadURLExternal', args),
  'files.completeUploadExternal': async (world, args) => {
    const result = await granted(world, 'files.completeUploadExternal', args);
    for (const file of (result.files ?? []) as Fields[])
      world.files.set(
        String(file.id),
        `/files/${String(file.user)}/${String(file.id)}/${encodeURIComponent(String(file.name))}`,
      );
    return result;
  },
};

function granted(world: World, method: string, args: Fields): Promise<ApiResult> {
  const { scopes } = world.workspace;
  if (scopes && !scopes.includes('files:write'))
    return Promise.resolve({ ok: false, error: 'missing_scope', needed: 'files:write' });
  return world.callLocalSlack(method, args);
}

/** What Slack says of pictures in a message whose file it does not have. */
export function checkPictures({ files }: World, blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ slack_file: file }, index) =>
    file && !files.has(file.id) ? [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`] : [],
  );
}

/** The same blocks with addresses in place of files: the page knows pictures by their address only. */
export function withPictureUrls({ files }: World, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const url = block.slack_file && files.get(block.slack_file.id);
    return url ? { ...block, image_url: url } : block;
  });
}
