-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "phaseStartedAt" TIMESTAMPTZ(3);
