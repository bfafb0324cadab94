import { randomUUID } from "node:crypto";
import { resources } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import { combinedIdOf } from "../../world/buckets";
import type { Theme } from "../../world/theme-model";
import { themeIdOf } from "../../world/themes";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { refuseUnlessMayCreate } from "../store/changing";
import { refuseUnlessConsistent } from "./theme-check";
import { refuseUnlessMayTheme, seesTheme, themeInfo, visibleTheme, visibleThemeNamed } from "./visible-theme";

type Context = Platform & Visitor;

/** What `refuseUnlessMayCreate` asks of a store. */
const theme = { resourceType: "Theme", noun: "theme" } as const;

const getThemes = implementList(resources.getThemes, (call) =>
  pageableList(
    call.world.themes.all().filter((it) => seesTheme(call, it)),
    (it) => themeInfo(call, it),
  ),
);

const getTheme = implement(resources.getTheme, (call) => themeInfo(call, visibleTheme(call, call.path)));

const createTheme = implement(resources.createTheme, async (call) => {
  const owner = { type: call.path.ownerType, id: call.path.ownerId };
  const { baseTheme, subscribed, ...form } = call.body;
  // Looked at twice: before the schemas are read, and once more when nothing waits any longer.
  refuseUnlessMayCreate(call, theme, owner);
  await refuseUnlessConsistent(call, form);
  refuseUnlessMayCreate(call, theme, owner);
  const at = call.now();
  const created: Theme = {
    ...configurationOf(call, baseTheme),
    ...form,
    public: form.public ?? false,
    ...(baseTheme === undefined ? {} : { baseTheme }),
    ...(subscribed === true ? { subscribers: [call.caller.id] } : {}),
    id: randomUUID(),
    owner,
    createdBy: call.caller.id,
    created: at,
    lastModified: at,
  };
  call.commit({ type: "themeCreated", theme: created });
  return themeInfo(call, call.world.themes.get(created.id) ?? created);
});

const updateTheme = implement(resources.updateTheme, async (call) => {
  const before = visibleTheme(call, call.path);
  const { subscribed, ...changes } = call.body;
  const isOnlySubscription = subscribed !== undefined && Object.keys(changes).length === 0;
  // To be mailed is for everybody who sees the theme.
  if (!isOnlySubscription) {
    refuseUnlessMayTheme(call, "edit", before);
    await refuseUnlessConsistent(call, changes);
    const { id, lastModified } = visibleTheme(call, call.path);
    refuseUnlessMayTheme(call, "edit", before);
    call.commit({ type: "themeChanged", id, at: Math.max(call.now(), lastModified + 1), changes });
  }
  if (subscribed !== undefined) {
    const type = subscribed ? "themeSubscribed" : "themeUnsubscribed";
    call.commit({ type, id: before.id, user: call.caller.id });
  }
  return themeInfo(call, visibleTheme(call, call.path));
});

const deleteTheme = implement(resources.deleteTheme, (call) => {
  const found = visibleTheme(call, call.path);
  refuseUnlessMayTheme(call, "delete", found);
  refuseWhileInUse(call, found);
  call.commit({ type: "themeDeleted", id: found.id });
  return { error: false, message: `The theme ${themeIdOf(found)} is deleted.` };
});

export const themes = [getThemes, getTheme, createTheme, updateTheme, deleteTheme];

/** What a new theme takes from its base theme (docs/platform.md#theme-creation). */
function configurationOf(call: Context, baseTheme: string | undefined): Partial<Theme> {
  if (baseTheme === undefined) {
    return {};
  }
  const base = visibleThemeNamed(call, baseTheme);
  if (base === undefined) {
    const message = `there is no theme ${baseTheme}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "baseTheme", message }]);
  }
  const names = Object.keys(resources.themeConfiguration);
  return Object.fromEntries(Object.entries(base).filter(([name]) => names.includes(name)));
}

/** Names the datasets that have the theme, as far as the caller sees them (docs/platform.md#theme-deletion). */
function refuseWhileInUse({ world, visitor }: Context, found: Theme): void {
  const datasets = world.buckets.withTheme(themeIdOf(found));
  if (datasets.length > 0) {
    const shown = datasets.filter((it) => seesBucket(world, visitor, it));
    const named = shown.slice(0, 20).map((it) => `"${it.name ?? ""}" (${combinedIdOf(it)})`);
    const more = datasets.length - named.length;
    const list = [...named, ...(more > 0 ? [`${String(more)} more`] : [])].join(", ");
    throw refuse.taken(
      `The theme ${themeIdOf(found)} is still in use by datasets: ${list}. Give them another theme, or delete them first.`,
    );
  }
}
