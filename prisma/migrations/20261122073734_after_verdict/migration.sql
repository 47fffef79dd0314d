-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN     "context" JSONB;

-- CreateTable
CREATE TABLE "ActionPlan" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "madeById" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionPlan_pkey" PRIMARY KEY ("workspaceId","reviewId")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "suggestionId" TEXT,
    "text" TEXT NOT NULL,
    "isFirst" BOOLEAN NOT NULL,
    "ownerId" TEXT NOT NULL,
    "givenById" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "giving" INTEGER NOT NULL DEFAULT 1,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "submitKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ClientMeeting" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "plannedById" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "attendeeIds" TEXT[],
    "prepSheet" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "record" JSONB,
    "recordedById" TEXT,
    "recordedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ClientMeeting_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Readiness" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "askedById" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "askedIds" TEXT[],
    "revenueShare" DOUBLE PRECISION,
    "dependentPay" DOUBLE PRECISION,
    "costsToCut" DOUBLE PRECISION,
    "replacementIncome" DOUBLE PRECISION,
    "skippedReason" TEXT,
    "skippedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Readiness_pkey" PRIMARY KEY ("workspaceId","reviewId")
);

-- CreateTable
CREATE TABLE "ReadinessAnswer" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "comment" TEXT,

    CONSTRAINT "ReadinessAnswer_pkey" PRIMARY KEY ("workspaceId","reviewId","userId")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "happenedOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "signal" TEXT,
    "amount" DOUBLE PRECISION,
    "currency" TEXT,
    "link" TEXT,
    "correctsId" UUID,
    "loggedById" TEXT NOT NULL,
    "loggedAt" TIMESTAMPTZ(3) NOT NULL,
    "submitKey" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Parting" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "runningClientId" UUID,
    "mode" TEXT NOT NULL,
    "endOn" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "channel" TEXT,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Parting_pkey" PRIMARY KEY ("workspaceId","reviewId")
);

-- CreateTable
CREATE TABLE "PartingStep" (
    "workspaceId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stepId" TEXT,
    "title" TEXT,
    "ownerId" TEXT,
    "dueOn" DATE NOT NULL,
    "isDateOwn" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PartingStep_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("workspaceId","reviewId","channel")
);

-- CreateTable
CREATE TABLE "OutcomeCheck" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "verdictVersion" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "clientId" UUID NOT NULL,
    "askedId" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "why" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutcomeCheck_pkey" PRIMARY KEY ("workspaceId","reviewId","verdictVersion","day")
);

-- CreateTable
CREATE TABLE "Intake" (
    "workspaceId" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("workspaceId","clientId")
);

-- CreateTable
CREATE TABLE "SettledPurpose" (
    "workspaceId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SettledPurpose_pkey" PRIMARY KEY ("workspaceId","purpose")
);

-- CreateIndex
CREATE INDEX "PlanItem_workspaceId_clientId_idx" ON "PlanItem"("workspaceId", "clientId");

-- CreateIndex
CREATE INDEX "PlanItem_workspaceId_ownerId_idx" ON "PlanItem"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "PlanItem_workspaceId_reviewId_idx" ON "PlanItem"("workspaceId", "reviewId");

-- CreateIndex
CREATE INDEX "PlanItem_state_dueOn_idx" ON "PlanItem"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "PlanItem_workspaceId_submitKey_key" ON "PlanItem"("workspaceId", "submitKey");

-- CreateIndex
CREATE INDEX "ClientMeeting_workspaceId_clientId_idx" ON "ClientMeeting"("workspaceId", "clientId");

-- CreateIndex
CREATE INDEX "ClientMeeting_workspaceId_reviewId_idx" ON "ClientMeeting"("workspaceId", "reviewId");

-- CreateIndex
CREATE INDEX "ClientMeeting_state_startsAt_idx" ON "ClientMeeting"("state", "startsAt");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_clientId_happenedOn_idx" ON "Evidence"("workspaceId", "clientId", "happenedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_workspaceId_correctsId_key" ON "Evidence"("workspaceId", "correctsId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_workspaceId_submitKey_key" ON "Evidence"("workspaceId", "submitKey");

-- CreateIndex
CREATE INDEX "Parting_workspaceId_clientId_idx" ON "Parting"("workspaceId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Parting_workspaceId_runningClientId_key" ON "Parting"("workspaceId", "runningClientId");

-- CreateIndex
CREATE INDEX "PartingStep_workspaceId_ownerId_idx" ON "PartingStep"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "PartingStep_state_dueOn_idx" ON "PartingStep"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "PartingStep_workspaceId_reviewId_stepId_key" ON "PartingStep"("workspaceId", "reviewId", "stepId");

-- CreateIndex
CREATE INDEX "OutcomeCheck_workspaceId_clientId_idx" ON "OutcomeCheck"("workspaceId", "clientId");

-- CreateIndex
CREATE INDEX "SettledPurpose_at_idx" ON "SettledPurpose"("at");

-- AddForeignKey
ALTER TABLE "ActionPlan" ADD CONSTRAINT "ActionPlan_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientMeeting" ADD CONSTRAINT "ClientMeeting_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientMeeting" ADD CONSTRAINT "ClientMeeting_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Readiness" ADD CONSTRAINT "Readiness_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadinessAnswer" ADD CONSTRAINT "ReadinessAnswer_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Readiness"("workspaceId", "reviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Parting" ADD CONSTRAINT "Parting_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Parting" ADD CONSTRAINT "Parting_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartingStep" ADD CONSTRAINT "PartingStep_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Parting"("workspaceId", "reviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Parting"("workspaceId", "reviewId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeCheck" ADD CONSTRAINT "OutcomeCheck_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intake" ADD CONSTRAINT "Intake_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
