ALTER TABLE "certificates" ADD COLUMN "identity_hash" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "identity_salt" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "achievement_id" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "achievement" jsonb;--> statement-breakpoint
CREATE INDEX "certificates_achievement" ON "certificates" USING btree ("achievement_id");--> statement-breakpoint
-- What badges said so far, written down before somebody's address changes: the salt came from the number.
UPDATE "certificates" SET "identity_salt" = left(encode(sha256(convert_to('salt ' || "code", 'UTF8')), 'hex'), 32);--> statement-breakpoint
UPDATE "certificates" SET "identity_hash" = 'sha256$' || encode(sha256(convert_to(lower("people"."email" COLLATE "und-x-icu") || "identity_salt", 'UTF8')), 'hex') FROM "people" WHERE "people"."id" = "certificates"."holder_id";
