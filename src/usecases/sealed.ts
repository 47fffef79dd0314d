import type { SealedSpec } from '../storage/sealed-column.ts';
import { tokenContext } from './find-installation.ts';
import { secretContext } from './person-keys.ts';

/** Every column that holds something sealed. One that is missing here cannot be read any more after a change of the key. */
export const SEALED: readonly SealedSpec[] = [
  {
    table: 'ReviewSecret',
    column: 'sealed',
    key: ['workspaceId', 'reviewId'],
    contextOf: ({ reviewId = '' }) => secretContext(reviewId),
  },
  {
    table: 'Installation',
    column: 'sealedToken',
    key: ['workspaceId'],
    contextOf: ({ workspaceId = '' }) => tokenContext(workspaceId),
  },
];
