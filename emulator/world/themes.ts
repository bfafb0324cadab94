import { store } from "../../provider/contract";
import { Theme, type ThemeChanges } from "./theme-model";
import { withoutEmpty } from "./without-empty";

/** All themes. */
export class Themes {
  readonly #byId = new Map<string, Theme>();
  /** In order of their combined ids; made when somebody asks, thrown away when a theme changes. */
  #ordered: readonly Theme[] | undefined;

  get(id: string): Theme | undefined {
    return this.#byId.get(id);
  }

  /** The one with this combined id. */
  named(combinedId: string): Theme | undefined {
    const { bucketId = "" } = store.readCombinedId(combinedId) ?? {};
    const theme = this.get(bucketId);
    return theme !== undefined && themeIdOf(theme) === combinedId ? theme : undefined;
  }

  /** In order of their combined ids. */
  all(): readonly Theme[] {
    this.#ordered ??= [...this.#byId.values()]
      .map((theme) => [themeIdOf(theme), theme] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, theme]) => theme);
    return this.#ordered;
  }

  ownedBy({ type, id }: store.Owner): Theme[] {
    return this.all().filter(({ owner }) => owner.type === type && owner.id === id);
  }

  add(theme: Theme): void {
    this.#put(withConfiguration({} as Theme, theme));
  }

  change(id: string, at: number, changes: ThemeChanges): void {
    const before = this.get(id);
    if (before !== undefined) {
      this.#put({ ...withConfiguration(before, changes), lastModified: at });
    }
  }

  subscribe(id: string, user: string, isSubscribed: boolean): void {
    const before = this.get(id);
    if (before !== undefined) {
      const others = (before.subscribers ?? []).filter((it) => it !== user);
      this.#put(withoutEmpty({ ...before, subscribers: isSubscribed ? [...others, user] : others }));
    }
  }

  remove(id: string): void {
    this.#byId.delete(id);
    this.#ordered = undefined;
  }

  dropOrganisation(organisation: string): void {
    this.ownedBy({ type: "org", id: organisation }).forEach(({ id }) => this.remove(id));
  }

  dropUser(user: string): void {
    this.all().forEach(
      ({ id, subscribers }) => subscribers?.includes(user) === true && this.subscribe(id, user, false),
    );
  }

  #put(theme: Theme): void {
    this.#byId.set(theme.id, inOrder(theme));
    this.#ordered = undefined;
  }
}

const members = Object.keys(Theme.shape) as readonly (keyof Theme)[];

/** The members as the model has them, whatever came first. */
function inOrder(theme: Theme): Theme {
  return Object.fromEntries(
    members.flatMap((name) => (theme[name] === undefined ? [] : [[name, theme[name]]])),
  ) as Theme;
}

/** Objects whose members are set one by one. */
const inParts = ["uploadInstructions", "datasetMetadata", "serviceMetadata", "viewServices", "validation"] as const;

/** What is left out stays, also within an object; an empty text or list clears. */
export function withConfiguration<T extends ThemeChanges>(before: T, changes: ThemeChanges): T & ThemeChanges {
  const merged = inParts.flatMap((name) => {
    const parts = changes[name];
    return parts === undefined ? [] : [[name, orNothing(withoutEmpty({ ...before[name], ...parts }))] as const];
  });
  return withoutEmpty({ ...before, ...changes, ...Object.fromEntries(merged) });
}

function orNothing<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record;
}

export function themeIdOf({ owner, id }: Theme): string {
  return store.combinedIdOf({ ownerType: owner.type, ownerId: owner.id, bucketId: id });
}
