-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "digestChannelId" TEXT,
ADD COLUMN     "pulseEnabled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pulseHour" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "pulseSince" TIMESTAMPTZ(3),
ADD COLUMN     "pulseWeekday" INTEGER NOT NULL DEFAULT 4;

-- CreateTable
CREATE TABLE "PulseInvite" (
    "workspaceId" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "why" TEXT,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "clientIds" TEXT[],
    "declinedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PulseInvite_pkey" PRIMARY KEY ("workspaceId","week","userId")
);

-- CreateTable
CREATE TABLE "PulseAnswer" (
    "workspaceId" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "clientId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "signals" TEXT[],
    "comment" TEXT,

    CONSTRAINT "PulseAnswer_pkey" PRIMARY KEY ("workspaceId","week","clientId","userId")
);

-- CreateTable
CREATE TABLE "HealthWeek" (
    "workspaceId" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "week" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "respondents" INTEGER NOT NULL,
    "health" INTEGER,
    "band" TEXT,
    "meanRating" DOUBLE PRECISION,
    "trend" DOUBLE PRECISION,
    "signals" JSONB NOT NULL,
    "hardStops" JSONB NOT NULL,
    "comments" INTEGER NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HealthWeek_pkey" PRIMARY KEY ("workspaceId","clientId","week")
);

-- CreateTable
CREATE TABLE "HealthAlert" (
    "workspaceId" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "condition" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "alert" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "dismissedById" TEXT,

    CONSTRAINT "HealthAlert_pkey" PRIMARY KEY ("workspaceId","clientId","condition","week")
);

-- CreateIndex
CREATE INDEX "PulseInvite_status_closedAt_idx" ON "PulseInvite"("status", "closedAt");

-- CreateIndex
CREATE INDEX "PulseAnswer_workspaceId_week_userId_idx" ON "PulseAnswer"("workspaceId", "week", "userId");

-- CreateIndex
CREATE INDEX "HealthWeek_workspaceId_week_idx" ON "HealthWeek"("workspaceId", "week");

-- CreateIndex
CREATE INDEX "HealthAlert_toldAt_idx" ON "HealthAlert"("toldAt");

-- AddForeignKey
ALTER TABLE "PulseAnswer" ADD CONSTRAINT "PulseAnswer_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthWeek" ADD CONSTRAINT "HealthWeek_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthAlert" ADD CONSTRAINT "HealthAlert_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
