import { describeKills } from '../support/fault/kill-suite.ts';

// Another seed than the embedded database's: an open review, disturbed from its start form on.
describeKills({ title: "kills of the app and of Debian's PostgreSQL", kind: 'debian', seed: 2 });
