import type { Collections } from "./collections";
import type { ThemeEvent } from "./theme-events";

type Effects = { readonly [E in ThemeEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of a theme does to the world. */
export const themeEffects: Effects = {
  themeCreated: ({ themes }, { theme }) => themes.add(theme),
  themeChanged: ({ themes }, { id, at, changes }) => themes.change(id, at, changes),
  themeSubscribed: ({ themes }, { id, user }) => themes.subscribe(id, user, true),
  themeUnsubscribed: ({ themes }, { id, user }) => themes.subscribe(id, user, false),
  themeDeleted: ({ themes, interactions }, { id }) => {
    interactions.dropResource(id);
    themes.remove(id);
  },
};
