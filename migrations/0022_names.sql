-- Lists of names are sorted in German, with numbers by their value, however the database was created.
CREATE COLLATION "german_order" (provider = icu, locale = 'de-u-kn-true');--> statement-breakpoint
-- A name in the letters of a plain keyboard, to be found by: without marks ("muller"), written out ("mueller") and
-- with what hyphens divide in one word. `accounts/people/searching.ts` makes the same of what is typed.
CREATE FUNCTION "name_key"(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  with lowered as (
    select lower(regexp_replace(name, '[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g')
      collate "und-x-icu") as typed
  ), apart as (
    select regexp_replace(
      normalize(regexp_replace(typed, '[''`´¨~·‡ʹʺʻʼʽʾʿˈˊˋˌ‘’‚‛′‵]', '', 'g'), NFKD),
      '[ʼ·]', '', 'g') as letters
    from lowered
  ), written as (
    select letters,
      replace(replace(regexp_replace(regexp_replace(letters,
        '([aou])([\u0300-\u036f]*?)\u0308', '\1e', 'g'), 'a([\u0300-\u036f]*?)\u030a', 'aa', 'g'),
        'ø', 'oe'), 'đ', 'dj') as out,
      regexp_replace(letters, '[-\u2010-\u2015\u2212]', '', 'g') as joined
    from apart
  ), variants as (
    select unnest(case when joined = letters then array[letters, out] else array[letters, out, joined] end) as variant
    from written
  ), folded as (
    select distinct trim(regexp_replace(
      translate(replace(replace(replace(replace(
        regexp_replace(variant, '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        'øðđłħŧŋıɨəƈǥʒĸς', 'oddlhtniiecgzkσ'),
      '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g')) as key
    from variants
  )
  select string_agg(key, ' ' order by key collate "C") from folded
$$;--> statement-breakpoint
DROP INDEX "people_email";--> statement-breakpoint
DROP INDEX "people_name";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name_key" text GENERATED ALWAYS AS (name_key(display_name)) STORED;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "address_key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "people_address" ON "people" USING btree (coalesce("address_key", lower("email")));--> statement-breakpoint
CREATE INDEX "people_in_order" ON "people" USING btree ("display_name" collate "german_order","id");
