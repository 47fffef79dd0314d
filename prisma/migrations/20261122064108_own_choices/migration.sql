-- AlterTable
ALTER TABLE "MemberSettings" ADD COLUMN     "language" TEXT,
ADD COLUMN     "pausedUntil" DATE;
