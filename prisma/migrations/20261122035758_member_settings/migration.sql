-- CreateTable
CREATE TABLE "MemberSettings" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "daysOff" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "MemberSettings_pkey" PRIMARY KEY ("workspaceId","userId")
);
