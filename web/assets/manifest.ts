import type { Scripts } from "./scripts.ts"

/** Addresses of what a page loads; `dir` is the folder behind `/assets/`. Names carry a hash: cache them for good. */
export type Assets = { stylesheet: string; scripts: Scripts; icon: string; fonts: string[]; dir: string }

export type Manifest = Omit<Assets, "dir"> & { fingerprint: string; files: string[] }
