-- AlterTable
ALTER TABLE "PartingStep" ADD COLUMN     "givenById" TEXT,
ADD COLUMN     "giving" INTEGER NOT NULL DEFAULT 0;

-- Steps that have an owner already were given by whoever began the parting.
UPDATE "PartingStep" AS s SET giving = 1, "givenById" = p."startedById"
FROM "Parting" AS p
WHERE p."workspaceId" = s."workspaceId" AND p."reviewId" = s."reviewId" AND s."ownerId" IS NOT NULL;
