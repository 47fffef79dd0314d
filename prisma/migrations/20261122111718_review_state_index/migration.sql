-- CreateIndex
CREATE INDEX "Review_workspaceId_state_idx" ON "Review"("workspaceId", "state");
