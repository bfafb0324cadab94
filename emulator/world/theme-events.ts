import { z } from "zod";
import { milliseconds } from "../../provider/contract";
import { event } from "./event";
import { Theme, ThemeChanges } from "./theme-model";

const id = z.string();

/** What can happen to a theme. */
export const themeEvents = [
  event("themeCreated", { theme: Theme }),
  event("themeChanged", { id, at: milliseconds, changes: ThemeChanges }),
  event("themeSubscribed", { id, user: id }),
  event("themeUnsubscribed", { id, user: id }),
  event("themeDeleted", { id }),
] as const;
export type ThemeEvent = z.output<(typeof themeEvents)[number]>;
