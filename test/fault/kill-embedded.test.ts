import { describeKills } from '../support/fault/kill-suite.ts';

describeKills({ title: 'kills of the app and of its embedded database', kind: 'embedded', seed: 1 });
