import { store } from "../../provider/contract";
import type { Profile, ProfileChanges, SchemaLinks, SchemaOrigin } from "./content-model";
import { withoutEmpty } from "./without-empty";

/**
 * What is known of schemas and projects beyond their buckets, and profiles. What belongs to a bucket that is gone stays
 * without effect: ids of buckets are never given twice.
 */
export class Contents {
  readonly #origins = new Map<string, SchemaOrigin>();
  readonly #profiles = new Map<string, Profile>();
  readonly #links = new Map<string, SchemaLinks>();

  originOf(schema: string): SchemaOrigin {
    return this.#origins.get(schema) ?? { kind: "file" };
  }

  linksOf(project: string): SchemaLinks {
    return this.#links.get(project) ?? {};
  }

  profile(id: string): Profile | undefined {
    return this.#profiles.get(id);
  }

  /** In order of their combined ids. */
  profiles(): Profile[] {
    return [...this.#profiles.values()]
      .map((profile) => [profileIdOf(profile), profile] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, profile]) => profile);
  }

  profilesOf(schema: string): Profile[] {
    return this.profiles().filter((profile) => profile.schema === schema);
  }

  setOrigin(schema: string, origin: SchemaOrigin): void {
    this.#origins.set(schema, origin);
  }

  addProfile(profile: Profile): void {
    this.#profiles.set(profile.id, profile);
  }

  /** An empty text clears a field, an empty list is one; a field that is left out stays. */
  changeProfile(id: string, at: number, changes: ProfileChanges): void {
    const before = this.#profiles.get(id);
    if (before !== undefined) {
      const { author, version, description, ...rest } = { ...before, ...changes } as Profile;
      const texts = withoutEmpty({ author, version, description });
      this.#profiles.set(id, { ...rest, ...texts, lastModified: at });
    }
  }

  removeProfile(id: string): void {
    this.#profiles.delete(id);
  }

  /** An empty list takes the links away. */
  link(project: string, links: SchemaLinks): void {
    this.#links.set(project, withoutEmpty({ ...this.linksOf(project), ...links }));
  }

  dropOrganisation(organisation: string): void {
    for (const { id, owner } of this.#profiles.values()) {
      if (owner.type === "org" && owner.id === organisation) {
        this.#profiles.delete(id);
      }
    }
  }
}

export function profileIdOf({ owner, id }: Profile): string {
  return store.combinedIdOf({ ownerType: owner.type, ownerId: owner.id, bucketId: id });
}
