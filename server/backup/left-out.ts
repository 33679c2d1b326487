/**
 * Tables of which only their being there is restored.
 *
 * What is derived is built anew: the search index, which every start builds where it lacks, and what it notes about
 * itself. What holds for a process that runs at this moment means nothing afterwards. And what is deleted with the day,
 * so that nobody can trace who hides behind a hash, must not live on in a backup. Archives of own data are kept for some
 * days only, and are ordered anew.
 */
export const LEFT_OUT: readonly string[] = [
  ...["search_builds", "search_changes", "search_versions"],
  ...["mail_claims", "mailbox_reader"],
  ...["own_archives", "own_archive_parts"],
  ...["daily_keys", "throttles", "search_miss_seekers"],
]
