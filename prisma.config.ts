import { defineConfig } from 'prisma/config';

/** For those who run Prisma's own commands (migrate deploy, studio) against their database; the app does not read it. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
