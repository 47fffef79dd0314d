import type { WebAPICallResult } from '@slack/web-api';

/** All pages of a method with cursors, in order; null when there are more than `maxPages`. */
export async function readPages<Page extends WebAPICallResult>(
  read: (position: { cursor?: string }) => Promise<Page>,
  maxPages: number,
): Promise<Page[] | null> {
  const pages: Page[] = [];
  let cursor = '';
  do {
    if (pages.length >= maxPages) return null;
    const page = await read(cursor === '' ? {} : { cursor });
    pages.push(page);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return pages;
}
