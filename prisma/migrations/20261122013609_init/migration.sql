-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "managerIds" TEXT[],
    "hourlyCost" DOUBLE PRECISION,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "thresholds" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Client" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "monthlyRevenue" DOUBLE PRECISION,
    "revenueShare" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Client_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "MemberRole" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "MemberRole_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "Review" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "openClientId" UUID,
    "channelId" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "question" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "deadline" TIMESTAMPTZ(3),
    "phaseEndsAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "revealed" TEXT[],

    CONSTRAINT "Review_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "tookPart" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("workspaceId","reviewId","userId")
);

-- CreateTable
CREATE TABLE "ReviewSecret" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "ReviewSecret_pkey" PRIMARY KEY ("workspaceId","reviewId")
);

-- CreateTable
CREATE TABLE "Answer" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "personKey" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "isLate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("workspaceId","reviewId","phase","personKey")
);

-- CreateTable
CREATE TABLE "Statement" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "signals" TEXT[],
    "severity" INTEGER,
    "frequency" TEXT,
    "concerns" TEXT,
    "authorId" TEXT,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clientId" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "pressure" DOUBLE PRECISION NOT NULL,
    "figures" JSONB NOT NULL,
    "verdict" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("workspaceId","reviewId","version")
);

-- CreateTable
CREATE TABLE "Decision" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "verdictVersion" INTEGER NOT NULL,
    "clientId" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "rationale" TEXT,
    "hardStop" TEXT,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("workspaceId","reviewId","verdictVersion")
);

-- CreateTable
CREATE TABLE "Post" (
    "workspaceId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "reviewId" UUID,
    "channelId" TEXT NOT NULL,
    "parentPurpose" TEXT,
    "message" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "deliveredRevision" INTEGER NOT NULL DEFAULT 0,
    "sentTs" TEXT[],
    "sendingPart" INTEGER,
    "sendingSince" TIMESTAMPTZ(3),
    "holdReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("workspaceId","purpose")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Client_workspaceId_nameKey_key" ON "Client"("workspaceId", "nameKey");

-- CreateIndex
CREATE INDEX "Review_workspaceId_clientId_startedAt_idx" ON "Review"("workspaceId", "clientId", "startedAt");

-- CreateIndex
CREATE INDEX "Review_phaseEndsAt_idx" ON "Review"("phaseEndsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Review_workspaceId_openClientId_key" ON "Review"("workspaceId", "openClientId");

-- CreateIndex
CREATE INDEX "Statement_workspaceId_reviewId_idx" ON "Statement"("workspaceId", "reviewId");

-- CreateIndex
CREATE INDEX "Statement_workspaceId_clientId_idx" ON "Statement"("workspaceId", "clientId");

-- CreateIndex
CREATE INDEX "Verdict_workspaceId_clientId_createdAt_idx" ON "Verdict"("workspaceId", "clientId", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_workspaceId_clientId_decidedAt_idx" ON "Decision"("workspaceId", "clientId", "decidedAt");

-- CreateIndex
CREATE INDEX "Post_workspaceId_reviewId_idx" ON "Post"("workspaceId", "reviewId");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_at_idx" ON "AuditEntry"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSecret" ADD CONSTRAINT "ReviewSecret_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
