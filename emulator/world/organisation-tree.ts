import type { FileUses } from "./file-uses";
import type { Organisation, OrganisationChanges } from "./model";
import { withoutEmpty } from "./without-empty";

type Share = NonNullable<Organisation["sharedWith"]>[number];

/** Undefined takes a field away. */
type Changes = OrganisationChanges & Pick<Organisation, "customFields" | "logo" | "sharedWith">;

/** All organisations, in the order of their ids, with what makes questions about the tree quick. */
export class OrganisationTree {
  readonly #byId = new Map<string, Organisation>();
  readonly #children = new Map<string | undefined, Map<string, string>>();
  /** Id of an organisation to those that share their access with it. */
  readonly #sharers = new Map<string, Set<string>>();
  #lastId = 0;

  constructor(readonly fileUses: FileUses) {}

  /** Ids are never given twice, also not after a deletion. */
  get nextId(): string {
    return String(this.#lastId + 1);
  }

  get(id: string): Organisation | undefined {
    return this.#byId.get(id);
  }

  all(): Organisation[] {
    return [...this.#byId.values()];
  }

  /** The organisations directly below one. */
  childrenOf(id: string): Organisation[] {
    return [...(this.#children.get(id)?.values() ?? [])].flatMap((child) => this.#byId.get(child) ?? []);
  }

  /** The one with this name below `parent`, or among the root organisations. */
  sibling(parent: string | undefined, name: string): Organisation | undefined {
    const id = this.#children.get(parent)?.get(name);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** True when `id` lies anywhere below `ancestor`; nothing lies below itself. */
  isBelow(id: string, ancestor: string): boolean {
    for (let above = this.#byId.get(id)?.parent; above !== undefined; above = this.#byId.get(above)?.parent) {
      if (above === ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The organisation and those above it, the nearest first. */
  lineageOf(id: string): Organisation[] {
    const lineage: Organisation[] = [];
    for (let next = this.#byId.get(id); next !== undefined; next = this.#byId.get(next.parent ?? "")) {
      lineage.push(next);
    }
    return lineage;
  }

  /** Everything below, at any depth. */
  descendantsOf(id: string): Organisation[] {
    const found = this.childrenOf(id);
    for (const organisation of found) {
      found.push(...this.childrenOf(organisation.id));
    }
    return found;
  }

  add(organisation: Organisation): void {
    this.fileUses.replace(undefined, organisation.logo);
    const siblings = this.#children.get(organisation.parent) ?? new Map<string, string>();
    siblings.set(organisation.name, organisation.id);
    this.#children.set(organisation.parent, siblings);
    this.#byId.set(organisation.id, organisation);
    this.#lastId = Math.max(this.#lastId, Number(organisation.id));
  }

  /** An empty text clears a field, a field that is left out stays. */
  change(id: string, changes: Changes): void {
    const before = this.#byId.get(id);
    if (before !== undefined) {
      const after = withoutEmpty({ ...before, ...changes });
      this.fileUses.replace(before.logo, after.logo);
      this.#byId.set(id, after);
    }
  }

  share(id: string, share: Share): void {
    const other = share.organisation;
    const others = this.#byId.get(id)?.sharedWith?.filter(({ organisation }) => organisation !== other) ?? [];
    const sharedWith = [...others, share].sort((a, b) => Number(a.organisation) - Number(b.organisation));
    this.change(id, { sharedWith });
    this.#sharers.set(other, (this.#sharers.get(other) ?? new Set()).add(id));
  }

  unshare(id: string, other: string): void {
    const sharedWith = this.#byId.get(id)?.sharedWith ?? [];
    this.change(id, { sharedWith: sharedWith.filter(({ organisation }) => organisation !== other) });
    this.#sharers.get(other)?.delete(id);
  }

  /** Nobody shares anything with it any more. */
  remove(id: string): void {
    const organisation = this.#byId.get(id);
    if (organisation !== undefined) {
      for (const sharer of this.#sharers.get(id) ?? []) {
        this.unshare(sharer, id);
      }
      organisation.sharedWith?.forEach((share) => this.unshare(id, share.organisation));
      this.fileUses.replace(organisation.logo, undefined);
      this.#byId.delete(id);
      this.#children.get(organisation.parent)?.delete(organisation.name);
    }
  }
}
