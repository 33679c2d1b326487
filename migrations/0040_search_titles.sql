-- Titles by each of their stems, the latest first: what is offered while somebody types reads as many as it shows, however
-- many there are. It fills with what is written, and with the rest when the index is built anew beside the live one.
CREATE TABLE "search_index"."titles" (
	"document_id" uuid NOT NULL,
	"term" integer NOT NULL,
	-- As with the document: the categories that somebody reads decide what is offered.
	"category_id" uuid NOT NULL,
	-- How much of the title it is.
	"share" real NOT NULL,
	PRIMARY KEY ("document_id", "term")
);
--> statement-breakpoint
CREATE INDEX "titles_term_document_id_idx" ON "search_index"."titles" ("term", "document_id");
