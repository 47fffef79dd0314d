import { describeKills } from '../support/fault/kill-suite.ts';

describeKills('debian', "kills of the app and of Debian's PostgreSQL");
