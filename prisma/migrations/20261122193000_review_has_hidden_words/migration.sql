-- Whether something is hidden in a review, in the review's own row: who locks the row knows it as it is then, in the same statement.
ALTER TABLE "Review" ADD COLUMN "hasHiddenWords" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Review" r SET "hasHiddenWords" = true
FROM "HiddenWords" h WHERE h."workspaceId" = r."workspaceId" AND h."reviewId" = r.id;
