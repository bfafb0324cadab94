import type { BucketFile } from "../world/bucket-model";

/**
 * Remembers what was made of files, by their names and checksums: the same files always say the same, in whatever bucket
 * of whatever emulator they are. At most `most` are kept; what was not asked for the longest goes first.
 */
export function remembered<T>(most: number, make: (files: readonly BucketFile[], open: OpenBucketFile) => Promise<T>) {
  const known = new Map<string, Promise<T>>();
  return (files: readonly BucketFile[], open: OpenBucketFile): Promise<T> => {
    const key = JSON.stringify(files.map(({ name, sha256 }) => [name, sha256]));
    const made = known.get(key) ?? make(files, open);
    known.delete(key);
    known.set(key, made);
    // What failed may succeed the next time: only what is wrong with a file is part of what it says.
    made.catch(() => known.delete(key));
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - most))) {
      known.delete(oldest);
    }
    return made;
  };
}

export type OpenBucketFile = (sha256: string) => import("../storage/blobs").Opener;
