import { store } from "../../provider/contract";
import { BucketFiles } from "./bucket-files";
import type { Bucket, BucketFile, Collaborator, Share } from "./bucket-model";
import type { FileUses } from "./file-uses";
import { withoutEmpty } from "./without-empty";

/** Undefined takes a field away. */
type Changes = Partial<Pick<Bucket, "name" | "properties" | "sharedWith" | "collaborators" | "lastModified">>;

/** The buckets of all five stores, with what makes questions about owners and files quick. */
export class Buckets {
  readonly #byId = new Map<string, Bucket>();
  readonly #byOwner = new Map<string, Set<string>>();
  /** Ids in order of the combined ids; made when somebody asks, thrown away when a bucket comes or goes. */
  readonly #ordered = new Map<store.StoreName, readonly string[]>();
  readonly #files: BucketFiles;

  constructor(uses: FileUses) {
    this.#files = new BucketFiles(uses);
  }

  get(name: store.StoreName, { ownerType, ownerId, bucketId }: store.BucketKey): Bucket | undefined {
    const bucket = this.#byId.get(bucketId);
    const isIt = bucket?.store === name && bucket.owner.type === ownerType && bucket.owner.id === ownerId;
    return isIt ? bucket : undefined;
  }

  /** All of one store, in order of their combined ids. */
  inStore(name: store.StoreName): Bucket[] {
    const known = this.#ordered.get(name) ?? this.#order(name);
    return known.flatMap((id) => this.#byId.get(id) ?? []);
  }

  ownedBy(owner: store.Owner): Bucket[] {
    return [...(this.#byOwner.get(ownerKey(owner)) ?? [])].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The datasets that have a theme, by its combined id. */
  withTheme(theme: string): Bucket[] {
    return this.inStore("data").filter(({ properties }) => properties["theme"] === theme);
  }

  /** The metadata and the attachments of a dataset, by its combined id. */
  belongingTo(dataset: string): Bucket[] {
    return store.linkingStoreNames
      .flatMap((name) => this.inStore(name))
      .filter(({ properties }) => properties["dataset"] === dataset);
  }

  filesOf(id: string): readonly BucketFile[] {
    return this.#files.of(id);
  }

  fileOf(id: string, name: string): BucketFile | undefined {
    return this.#files.get(id, name);
  }

  add(bucket: Bucket): void {
    this.#byId.set(bucket.id, bucket);
    const key = ownerKey(bucket.owner);
    this.#byOwner.set(key, (this.#byOwner.get(key) ?? new Set()).add(bucket.id));
    this.#ordered.delete(bucket.store);
  }

  change(id: string, changes: Changes): void {
    const before = this.#byId.get(id);
    if (before !== undefined) {
      this.#byId.set(id, withoutEmpty({ ...before, ...changes }));
    }
  }

  setProperty(id: string, at: number, property: string, value: unknown): void {
    const { [property]: _former, ...others } = this.#byId.get(id)?.properties ?? {};
    const properties = value === undefined ? others : { ...others, [property]: value };
    this.change(id, { properties, lastModified: at });
  }

  share(id: string, share: Share): void {
    const others = this.#byId.get(id)?.sharedWith ?? [];
    const sharedWith = [...others, share].sort((a, b) => Number(a.organisation) - Number(b.organisation));
    this.change(id, { sharedWith, lastModified: share.shared });
  }

  unshare(id: string, at: number, organisation: string): void {
    const sharedWith = (this.#byId.get(id)?.sharedWith ?? []).filter((it) => it.organisation !== organisation);
    this.change(id, { sharedWith, lastModified: at });
  }

  addCollaborator(id: string, collaborator: Collaborator): void {
    const others = this.#byId.get(id)?.collaborators ?? [];
    const collaborators = [...others, collaborator].sort((a, b) => Number(a.user) - Number(b.user));
    this.change(id, { collaborators, lastModified: collaborator.added });
  }

  removeCollaborator(id: string, at: number, user: string): void {
    const collaborators = (this.#byId.get(id)?.collaborators ?? []).filter((it) => it.user !== user);
    this.change(id, { collaborators, lastModified: at });
  }

  storeFiles(id: string, at: number, files: readonly BucketFile[]): void {
    files.forEach((file) => this.#files.store(id, file));
    this.change(id, { lastModified: at });
  }

  removeFile(id: string, at: number, name: string): void {
    this.#files.remove(id, name);
    this.change(id, { lastModified: at });
  }

  remove(id: string): void {
    const bucket = this.#byId.get(id);
    if (bucket !== undefined) {
      this.#files.removeAll(id);
      this.#byId.delete(id);
      this.#byOwner.get(ownerKey(bucket.owner))?.delete(id);
      this.#ordered.delete(bucket.store);
      this.#forgetDataset(bucket);
    }
  }

  /** Metadata and attachments stay when their dataset goes, and belong to none from then on. */
  #forgetDataset(dataset: Bucket): void {
    if (dataset.store === "data") {
      const combinedId = combinedIdOf(dataset);
      for (const { id, lastModified } of this.belongingTo(combinedId)) {
        this.setProperty(id, lastModified, "dataset", undefined);
      }
    }
  }

  /** What it owns goes with it, and nothing is shared with it any more. */
  dropOrganisation(organisation: string): void {
    this.ownedBy({ type: "org", id: organisation }).forEach(({ id }) => this.remove(id));
    for (const { id, sharedWith = [], lastModified } of this.#byId.values()) {
      if (sharedWith.some((share) => share.organisation === organisation)) {
        this.unshare(id, lastModified, organisation);
      }
    }
  }

  /** The user's own buckets stay (docs/platform.md#user-deletion). */
  dropCollaborator(user: string): void {
    for (const { id, collaborators = [], lastModified } of this.#byId.values()) {
      if (collaborators.some((collaborator) => collaborator.user === user)) {
        this.removeCollaborator(id, lastModified, user);
      }
    }
  }

  #order(name: store.StoreName): readonly string[] {
    const ids = [...this.#byId.values()]
      .filter((bucket) => bucket.store === name)
      .map((bucket) => [combinedIdOf(bucket), bucket.id] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, id]) => id);
    this.#ordered.set(name, ids);
    return ids;
  }
}

export function combinedIdOf({ owner, id }: Bucket): string {
  return store.combinedIdOf({ ownerType: owner.type, ownerId: owner.id, bucketId: id });
}

function ownerKey({ type, id }: store.Owner): string {
  return `${type}.${id}`;
}
