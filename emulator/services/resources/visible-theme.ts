import { store, type resources } from "../../../provider/contract";
import { mayWithOwned, seesOwned } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import { themeIdOf } from "../../world/themes";
import type { Theme } from "../../world/theme-model";
import type { Platform, Visitor } from "../implement";

type Context = Platform & Visitor;

interface OfTheme {
  readonly ownerType: store.OwnerType;
  readonly ownerId: string;
  readonly themeId: string;
}

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visibleTheme(call: Context, { ownerType, ownerId, themeId }: OfTheme): Theme {
  const id = store.combinedIdOf({ ownerType, ownerId, bucketId: themeId });
  const theme = visibleThemeNamed(call, id);
  if (theme === undefined) {
    throw refuse.absent(`theme ${id}`);
  }
  return theme;
}

export function visibleThemeNamed(call: Context, combinedId: string): Theme | undefined {
  const theme = call.world.themes.named(combinedId);
  return theme !== undefined && seesTheme(call, theme) ? theme : undefined;
}

export function seesTheme({ world, visitor }: Context, theme: Theme): boolean {
  return seesOwned(world, visitor, themeAsOwned(theme));
}

export function refuseUnlessMayTheme({ world, visitor }: Context, permission: string, theme: Theme): void {
  if (!mayWithOwned(world, visitor, permission, themeAsOwned(theme))) {
    throw refuse.forbidden(`You lack the permission Theme.${permission} for theme ${themeIdOf(theme)}.`);
  }
}

/** A theme as the caller gets to see it: whether somebody subscribed is told to them alone. */
export function themeInfo({ visitor }: Visitor, theme: Theme): resources.ThemeInfo {
  const { id: _id, owner, subscribers, ...told } = theme;
  return {
    ...told,
    id: themeIdOf(theme),
    ownerType: owner.type,
    ownerId: owner.id,
    subscribed: visitor !== undefined && subscribers?.includes(visitor.id) === true,
    featureTypes: theme.featureTypes ?? [],
    downloadServices: theme.downloadServices ?? [],
    transformations: theme.transformations ?? [],
  };
}

export function themeAsOwned({ owner, public: isPublic }: Theme) {
  return { type: "Theme", owner, public: isPublic } as const;
}
