import { datasetContent } from "../../../contents/dataset-content";
import type { Bucket } from "../../../world/bucket-model";
import type { Desk, Platform } from "../../implement";
import { themeOf } from "../offered-services";

/** A layer of a map, or a feature type, with the title that people see. */
export interface Layer {
  readonly name: string;
  readonly title: string;
}

/** The feature types of the theme, or else those of the files. A dataset without any is one layer. */
export async function layersOf(call: Platform & Desk, dataset: Bucket): Promise<readonly Layer[]> {
  const declared = (themeOf(call.world, dataset)?.featureTypes ?? []).map(({ featureType, alias }) => ({
    name: localName(featureType),
    title: alias ?? localName(featureType),
  }));
  if (declared.length > 0) {
    return declared;
  }
  const files = await datasetContent(call.world.buckets.filesOf(dataset.id), (sha256) => call.blobs.lend(sha256));
  const names = [...new Set(files.flatMap(({ featureTypes }) => featureTypes.map(({ name }) => name)))];
  const title = dataset.name ?? dataset.id;
  return names.length > 0 ? names.map((name) => ({ name, title: name })) : [{ name: "dataset", title }];
}

function localName(name: string): string {
  return name.replace(/^\{[^}]*\}/, "");
}
