import type { BucketFile } from "./bucket-model";
import type { FileUses } from "./file-uses";

/** The files of all buckets, by name. */
export class BucketFiles {
  readonly #byBucket = new Map<string, Map<string, BucketFile>>();
  /** In order of their names; made when somebody asks, thrown away with the next change. */
  readonly #ordered = new Map<string, readonly BucketFile[]>();

  constructor(readonly uses: FileUses) {}

  of(bucket: string): readonly BucketFile[] {
    const known = this.#ordered.get(bucket);
    if (known !== undefined) {
      return known;
    }
    const ordered = [...(this.#byBucket.get(bucket)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#ordered.set(bucket, ordered);
    return ordered;
  }

  get(bucket: string, name: string): BucketFile | undefined {
    return this.#byBucket.get(bucket)?.get(name);
  }

  store(bucket: string, file: BucketFile): void {
    const files = this.#byBucket.get(bucket) ?? new Map<string, BucketFile>();
    this.#byBucket.set(bucket, files);
    this.uses.replace(files.get(file.name), file);
    files.set(file.name, file);
    this.#ordered.delete(bucket);
  }

  remove(bucket: string, name: string): void {
    const files = this.#byBucket.get(bucket);
    this.uses.replace(files?.get(name), undefined);
    files?.delete(name);
    this.#ordered.delete(bucket);
  }

  removeAll(bucket: string): void {
    for (const file of this.#byBucket.get(bucket)?.values() ?? []) {
      this.uses.replace(file, undefined);
    }
    this.#byBucket.delete(bucket);
    this.#ordered.delete(bucket);
  }
}
