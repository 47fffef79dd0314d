import { describe, expect, it } from 'vitest';
import { md } from '../../src/domain/escaping.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { renderNotice } from '../../src/slack/blocks/ephemeral/notice.ts';
import { sendFiles } from '../../src/slack/send-files.ts';

type Slack = Parameters<typeof sendFiles>[0]['slack'];

/** A Slack that notes what it is asked; where something fails, that and all after it is not done. */
async function send(failing: 'post' | 'upload' | 'nothing') {
  const calls: unknown[] = [];
  const logged: string[] = [];
  const note = (name: string, answer: object) => async (args: { text?: string }) => {
    calls.push([name, args]);
    if (name === failing) throw new Error('Slack is down; the words were: secret');
    return answer;
  };
  const slack = {
    chat: { postMessage: note('post', { channel: 'D1', ts: '1.1' }), update: note('update', { ok: true }) },
    filesUploadV2: note('upload', { files: [] }),
  } as unknown as Slack;
  const logger = createLogger({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } });
  const result = await sendFiles(
    { slack, logger },
    {
      ...{ userId: 'UMARA', message: renderNotice(md`here`), instead: renderNotice(md`not here`) },
      files: [
        { fileName: 'a.md', title: 'A', text: 'é' },
        { fileName: 'b.csv', title: 'B', text: 'b' },
      ],
    },
  );
  return { result, calls, logged };
}

describe('sendFiles', () => {
  it('posts the words to the person, and all files in one upload to that conversation', async () => {
    const { result, calls } = await send('nothing');
    expect(result).toBe('sent');
    expect(calls).toMatchObject([
      ['post', { channel: 'UMARA', text: 'here' }],
      [
        'upload',
        {
          channel_id: 'D1',
          file_uploads: [{ filename: 'a.md', title: 'A', file: Buffer.from('é') }, { filename: 'b.csv' }],
        },
      ],
    ]);
  });

  it('replaces the words where the files are not taken', async () => {
    const { result, calls } = await send('upload');
    expect(result).toBe('failed');
    expect(calls.at(-1)).toMatchObject(['update', { channel: 'D1', ts: '1.1', text: 'not here' }]);
  });

  it('uploads nothing where the words are not taken', async () => {
    const { result, calls } = await send('post');
    expect(result).toBe('failed');
    expect(calls).toHaveLength(1);
  });
});
