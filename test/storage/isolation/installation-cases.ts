import type { Cases } from './case.ts';
import { AT, INSTALLATION } from './filling.ts';

/** What comes of the store of the installation for another workspace. */
export const INSTALLATION_CASES = {
  'installation.find': { run: (stores) => stores.installation.find(), gives: null },
  'installation.save': {
    run: (stores) => stores.installation.save({ ...INSTALLATION, botId: 'B2' }),
    gives: undefined,
  },
  'installation.end': { run: (stores) => stores.installation.end(AT), gives: false },
  'installation.forgetEnd': {
    async run(stores, { first, pool }) {
      await first.installation.end(AT);
      await stores.installation.forgetEnd();
      return (await pool.query('SELECT 1 FROM "Installation"')).rowCount;
    },
    gives: 1,
  },
} satisfies Cases;
