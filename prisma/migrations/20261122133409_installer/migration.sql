-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "installerId" TEXT;

UPDATE "Workspace" w SET "installerId" = i."installedById" FROM "Installation" i WHERE i."workspaceId" = w.id;

-- Until somebody is named in the settings, Slack's admins and the installer are managers. The installer used to be named at once, alone.
UPDATE "Workspace" w SET "managerIds" = '{}'
WHERE w."managerIds" = ARRAY[w."installerId"]
  AND NOT EXISTS (SELECT 1 FROM "AuditEntry" a WHERE a."workspaceId" = w.id AND a.action = 'settings_changed');
