import type { Client } from "../../client";
import * as resources from "../../contract/resources";
import { history, ownedName, revisionOf } from "./content-fields";
import { listFlat } from "./bucket-form";
import { plainStanding } from "./content-standing";
import { ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { isSpeltLike } from "../equality";
import { kind, type Values } from "../kind";
import { orAbsent } from "../refusals";
import { themeFields, type ThemeChanges } from "./theme-fields";
import { expand, flatten, flattenAll, themePath } from "./theme-form";
import { themeObstacles } from "./theme-obstacles";
import { themeRevision } from "./theme-revision";

/** A theme (docs/platform.md#themes). */
export const theme = kind({
  name: "Theme",
  doc: "A theme: the configuration that datasets share. It says which feature types they have, how they are shown, which metadata and services they get, how they are transformed and validated. A Bucket names its theme in `theme`. Nobody can delete a theme while a dataset has it; the error names the datasets.",
  example: [
    'const addresses = new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });',
    'const published = new Theme("addresses", {',
    '    organisation: "1",',
    '    name: "Addresses",',
    '    featureTypes: [{ schema: addresses, featureType: "Address" }],',
    '    viewServices: { wms: ["1.3.0"], srs: ["EPSG:25832"], getFeatureInfo: true },',
    '    downloadServices: [{ type: "predefinedDataset", formats: ["gml"], srs: ["EPSG:4258"] }],',
    "});",
    'new Bucket("addresses of the county", { organisation: "1", name: "County", theme: published });',
  ].join("\n"),
  inputs: themeFields,
  outputs: {
    revision: revisionOf(
      "A text that changes when an `up` changes what the datasets get from the theme: feature types, metadata, services, transformations or validation. A Bucket to which you pass the theme takes it over, and so do its services and jobs.",
    ),
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Nobody can bring the theme back.",
  reads: [resources.getTheme, resources.getThemes],
  calls: {
    create: [resources.createTheme, resources.updateTheme],
    update: [resources.updateTheme],
    delete: [resources.deleteTheme],
  },
  affects: ["Task"],
  identity: {
    ...ownedName,
    stamp: ["organisation", "user", "created"],
    find: async (client, _declared, workingName) => {
      const { items, ...listing } = await client.list(resources.getThemes, {});
      return flattenAll({ ...listing, items: items.filter(({ name }) => isSpeltLike("text", name, workingName)) });
    },
  },
  standing: plainStanding,
  list: async (client) => flattenAll(await client.snapshot(resources.getThemes, {})),
  get: async (client, id) => {
    const found = await orAbsent(client.call(resources.getTheme, { path: themePath(id) }));
    return found === undefined ? undefined : flatten(found);
  },
  rules: ownerRules,
  obstacles: async (outlook, declared) => {
    const found = await Promise.all([ownerObstacles(outlook, declared, "Theme"), themeObstacles(outlook, declared)]);
    return found.flat();
  },
  changeObstacles: themeObstacles,
  create: async (client, declared, workingName = declared.name) => {
    const { organisation: _organisation, user: _user, name: _name, baseTheme, ...rest } = declared;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ""));
    const body = { ...expand(given), name: workingName, ...(baseTheme === undefined ? {} : { baseTheme }) };
    return flatten(await client.call(resources.createTheme, { path: ownerOf(declared), body }));
  },
  update: updateTheme,
  revise: themeRevision,
  keepsFromDeletion: datasetsWith,
  delete: async (client, id) => {
    await orAbsent(client.call(resources.deleteTheme, { path: themePath(id) }));
  },
});

async function updateTheme(client: Client, id: string, changes: ThemeChanges): Promise<Values> {
  const { organisation: _organisation, user: _user, baseTheme: _baseTheme, ...told } = changes;
  return flatten(await client.call(resources.updateTheme, { path: themePath(id), body: expand(told) })).values;
}

/** How many datasets a warning names. */
const MOST_DATASETS = 10;

/** The datasets that have the theme, as far as the account sees them. */
async function datasetsWith(client: Client, id: string): Promise<string | undefined> {
  const found = (await listFlat(client, "data")).items.filter(({ values }) => values["theme"] === id);
  const named = found.slice(0, MOST_DATASETS).map((it) => `${String(it.values["name"])} (${it.id})`);
  const more = found.length > named.length ? `, and ${String(found.length - named.length)} more` : "";
  return found.length === 0
    ? undefined
    : `Datasets have it: ${named.join(", ")}${more}. A dataset to which the same run gives another theme does not count.`;
}
