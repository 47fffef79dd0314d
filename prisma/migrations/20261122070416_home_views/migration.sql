-- CreateTable
CREATE TABLE "HomeView" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "openedOn" DATE NOT NULL,
    "isManager" BOOLEAN NOT NULL,

    CONSTRAINT "HomeView_pkey" PRIMARY KEY ("workspaceId","userId")
);
