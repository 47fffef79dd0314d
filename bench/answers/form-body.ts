import { createHmac } from 'node:crypto';
import { translate } from '../../src/i18n/index.ts';
import { renderComplaintForm } from '../../src/slack/blocks/views/complaint-form.ts';
import { FIELDS } from '../../src/slack/ids.ts';
import { submittedView } from '../../test/support/submitted-view.ts';
import { WORKSPACE } from '../big-agency.ts';
import type { Person } from './teams.ts';

export const SIGNING_SECRET = 'benchbenchbenchbench';

/** The form of the first question as somebody filled it in: about 10 KB, the whole view comes back as Slack sends it. */
function payloadOf({ reviewId, userId }: Person): string {
  const asked = {
    ...{ clientName: 'Northwind', mode: 'private' as const, isLate: false, isAhead: false, wasShown: false },
    ...{ target: { reviewId, phase: 'complaints' as const, index: 0 }, previous: null, number: 1, total: 1 },
  };
  const form = renderComplaintForm(asked as Parameters<typeof renderComplaintForm>[0], translate('en'));
  const view = submittedView(form, {
    [FIELDS.text]: 'They answer at night and want it by the morning, and then nobody looks at it for a week.',
    [FIELDS.signals]: ['scope_creep', 'off_hours'],
    [FIELDS.severity]: '2',
    [FIELDS.frequency]: 'sometimes',
  });
  const ids = { id: 'V0BENCH', team_id: WORKSPACE, app_id: 'A0BENCH', bot_id: 'B0BENCH', hash: '1.abc' };
  return JSON.stringify({
    ...{ type: 'view_submission', team: { id: WORKSPACE, domain: 'bench' }, api_app_id: 'A0BENCH' },
    ...{ token: 'x', trigger_id: '1.2.3', response_urls: [], is_enterprise_install: false, enterprise: null },
    user: { id: userId, name: userId, username: userId, team_id: WORKSPACE },
    view: { ...ids, root_view_id: 'V0BENCH', previous_view_id: null, ...view },
  });
}

const SAMPLE: Person = { reviewId: '00000000-0000-4000-8000-000000000000', userId: 'U0SAMPLE' };

/** Makes whole requests, signed, for `port`. The form is made once; each person's has their own ids. */
export function createRequests(port: number): (person: Person) => Buffer {
  const sample = encodeURIComponent(payloadOf(SAMPLE));
  return ({ reviewId, userId }) => {
    const body = `payload=${sample.replaceAll(SAMPLE.reviewId, reviewId).replaceAll(SAMPLE.userId, userId)}`;
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const head = [
      'POST /slack/events HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'content-type: application/x-www-form-urlencoded',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-slack-request-timestamp: ${timestamp}`,
      `x-slack-signature: v0=${signature}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  };
}
