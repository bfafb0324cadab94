import type { z } from "zod";
import type { Listing } from "../../client";
import * as resources from "../../contract/resources";
import * as store from "../../contract/store";
import { ownerValues } from "./content-owner";
import type { Live } from "../kind";
import { combinedIdIn, schemaIdOf } from "./schema-form";
import type { DeclaredTheme } from "./theme-fields";

type Told = Partial<Omit<DeclaredTheme, "organisation" | "user" | "baseTheme">>;
type Sent = z.input<typeof resources.ThemeUpdate>;

/** Fields in the form of the API: with combined ids, and with a configuration that is no text. `flatten` is the way back. */
export function expand({
  featureTypes,
  transformations,
  datasetMetadata,
  serviceMetadata,
  downloadServices,
  ...others
}: Told): Sent {
  const sent = {
    ...others,
    featureTypes: featureTypes?.map((it) => ({ ...it, schema: combinedIdIn(it.schema) })),
    transformations: transformations?.map(({ project, theme }) => ({ project: combinedIdIn(project), theme })),
    downloadServices,
    datasetMetadata: sectionOf(datasetMetadata),
    serviceMetadata: sectionOf(serviceMetadata),
  };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

function sectionOf(section: DeclaredTheme["datasetMetadata"]) {
  if (section === undefined) {
    return undefined;
  }
  const { configuration, ...others } = section;
  return { ...others, ...(configuration === undefined ? {} : { configuration: categoriesIn(configuration) }) };
}

function categoriesIn(text: string): z.output<typeof resources.metadataConfiguration> {
  return text.trim() === "" ? [] : resources.metadataConfiguration.parse(JSON.parse(text));
}

export function flatten({
  id,
  ownerType,
  ownerId,
  baseTheme,
  featureTypes,
  transformations,
  datasetMetadata,
  serviceMetadata,
  ...others
}: resources.ThemeInfo): Live {
  const { type, version, description } = others;
  return {
    id,
    values: {
      ...others,
      type,
      version,
      description,
      ...ownerValues({ ownerType, ownerId }),
      baseTheme,
      featureTypes: featureTypes.map((it) => ({ ...it, schema: schemaIdOf(it.schema) })),
      transformations: transformations.map(({ project, theme }) => ({ project: `projects/${project}`, theme })),
      datasetMetadata: sectionIn(datasetMetadata),
      serviceMetadata: sectionIn(serviceMetadata),
    },
  };
}

function sectionIn(section: resources.ThemeInfo["datasetMetadata"]) {
  return section === undefined
    ? undefined
    : { ...section, configuration: section.configuration && JSON.stringify(section.configuration, null, 2) };
}

export function flattenAll({ items, ...listing }: Listing<resources.ThemeInfo>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}

/** The path parameters of an operation on a theme. */
export function themePath(id: string) {
  const { ownerType = "org", ownerId = "", bucketId: themeId = "" } = store.readCombinedId(id) ?? {};
  return { ownerType, ownerId, themeId };
}
