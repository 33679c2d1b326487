CREATE TABLE "deleted_badges" (
	"status_index" integer PRIMARY KEY NOT NULL
);
