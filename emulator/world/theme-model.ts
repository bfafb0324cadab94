import { z } from "zod";
import { milliseconds, resources, store } from "../../provider/contract";

const id = z.string();
const { name, baseTheme, type, version, description } = resources.NewTheme.shape;

/** What a theme says of itself, and what it is for. */
const told = { name, type, version, description, public: z.boolean(), ...resources.themeConfiguration };

/** What the platform keeps of a theme. */
export const Theme = z.strictObject({
  id,
  owner: z.strictObject({ type: z.enum(store.ownerTypes), id }),
  baseTheme,
  ...told,
  /** Ids of the users who get mails on its comments and tasks. */
  subscribers: z.array(id).optional(),
  createdBy: id,
  created: milliseconds,
  lastModified: milliseconds,
});
export type Theme = z.output<typeof Theme>;

export const ThemeChanges = z.strictObject(told).partial();
export type ThemeChanges = z.output<typeof ThemeChanges>;
