-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "channelId" TEXT,
ADD COLUMN     "contractEnd" DATE,
ADD COLUMN     "currency" TEXT,
ADD COLUMN     "hasPulse" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "managerIds" TEXT[],
ADD COLUMN     "noticeDays" INTEGER,
ADD COLUMN     "userGroupGoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "userGroupId" TEXT,
ADD COLUMN     "userGroupName" TEXT;

-- CreateTable
CREATE TABLE "AccountMember" (
    "workspaceId" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "isFromGroup" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AccountMember_pkey" PRIMARY KEY ("workspaceId","clientId","userId")
);

-- CreateTable
CREATE TABLE "ClientImport" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClientImport_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "AccountMember_workspaceId_userId_idx" ON "AccountMember"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "ClientImport_createdAt_idx" ON "ClientImport"("createdAt");

-- CreateIndex
CREATE INDEX "Client_workspaceId_userGroupId_idx" ON "Client"("workspaceId", "userGroupId");

-- AddForeignKey
ALTER TABLE "AccountMember" ADD CONSTRAINT "AccountMember_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
