import { describeKills } from '../support/fault/kill-suite.ts';

describeKills('embedded', 'kills of the app and of its embedded database');
