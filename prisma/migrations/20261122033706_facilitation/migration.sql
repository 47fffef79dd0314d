-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "isRehearsal" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "absence" TEXT,
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "cancelledById" TEXT,
ADD COLUMN     "isRehearsal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedReason" TEXT,
ADD COLUMN     "remindFromAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "daysOff" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "HiddenWords" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "hiddenById" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HiddenWords_pkey" PRIMARY KEY ("workspaceId","reviewId","digest")
);

-- CreateTable
CREATE TABLE "TypedReply" (
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageTs" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "TypedReply_pkey" PRIMARY KEY ("workspaceId","channelId","messageTs")
);

-- CreateTable
CREATE TABLE "ReplyNotice" (
    "workspaceId" TEXT NOT NULL,
    "reviewId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "messageTs" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ReplyNotice_pkey" PRIMARY KEY ("workspaceId","reviewId","userId","reason","messageTs")
);

-- CreateIndex
CREATE INDEX "TypedReply_workspaceId_reviewId_userId_phase_idx" ON "TypedReply"("workspaceId", "reviewId", "userId", "phase");

-- CreateIndex
CREATE INDEX "Post_workspaceId_channelId_idx" ON "Post"("workspaceId", "channelId");

-- AddForeignKey
ALTER TABLE "HiddenWords" ADD CONSTRAINT "HiddenWords_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TypedReply" ADD CONSTRAINT "TypedReply_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyNotice" ADD CONSTRAINT "ReplyNotice_workspaceId_reviewId_fkey" FOREIGN KEY ("workspaceId", "reviewId") REFERENCES "Review"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
