-- AlterTable
ALTER TABLE "Workspace" ALTER COLUMN "pulseEnabled" SET DEFAULT true;

-- No form could switch it until now: where it is off, nobody chose that. It begins with the first account team.
UPDATE "Workspace" SET "pulseEnabled" = true;
