import type { workflows } from "../../../provider/contract";
import { describeKind, type FileKind } from "../../../provider/formats/file-kind";
import { datasetContent, type DatasetFile } from "../../contents/dataset-content";
import type { Bucket } from "../../world/bucket-model";
import type { Theme } from "../../world/theme-model";
import type { Desk, Platform } from "../implement";
import { themeOf } from "./offered-services";

type Finding = workflows.ValidationFinding;

/**
 * What can be checked of a dataset without the platform's test suites: whether its files can be read, whether they are
 * data at all and of feature types that the theme has, and whether the dataset says what it is.
 */
export async function findingsIn(call: Platform & Desk, dataset: Bucket): Promise<Finding[]> {
  const files = await datasetContent(call.world.buckets.filesOf(dataset.id), (sha256) => call.blobs.lend(sha256));
  const theme = themeOf(call.world, dataset);
  const strangers = theme === undefined ? [] : files.flatMap((file) => strangersIn(file, theme));
  return [...ofData(files), ...strangers, ...ofMetadata(dataset)];
}

function ofData(files: readonly DatasetFile[]): Finding[] {
  return files.length === 0
    ? [{ level: "error", part: "data", message: "The dataset has no file." }]
    : files.flatMap(ofFile);
}

/** What comes where data was expected, when a server or a person made a mistake. */
const noData: ReadonlySet<FileKind> = new Set(["empty", "serviceError", "html"]);

function ofFile({ name, kind, problem }: DatasetFile): Finding[] {
  if (problem !== undefined) {
    const { file = name, line, column, message } = problem;
    const where = [file, line, line === undefined ? undefined : column].filter((it) => it !== undefined).join(":");
    return [{ level: "error", part: "data", message: `The file cannot be read: ${message}.`, where }];
  }
  if (noData.has(kind)) {
    return [
      { level: "error", part: "data", message: `The file is no data: it is ${describeKind(kind)}.`, where: name },
    ];
  }
  return kind === "unknown"
    ? [{ level: "warning", part: "data", message: "Nothing here knows what kind of file this is.", where: name }]
    : [];
}

/** Feature types that the theme does not have. A theme without feature types takes all. */
function strangersIn({ name, kind, featureTypes }: DatasetFile, theme: Theme): Finding[] {
  const known = new Set((theme.featureTypes ?? []).map(({ featureType }) => featureType));
  return known.size === 0
    ? []
    : featureTypes
        .filter((type) => !known.has(type.name) && !known.has(`{${type.namespace}}${type.name}`))
        .map((type) => ({
          // A Shapefile has the name of its file, which says little of its feature type.
          level: kind === "shapefile" ? "warning" : "error",
          part: "data",
          message: `The theme "${theme.name}" has no feature type ${type.name}.`,
          where: name,
        }));
}

const described = [
  ["name", "error"],
  ["description", "warning"],
  ["author", "warning"],
] as const;

function ofMetadata({ name, properties }: Bucket): Finding[] {
  const told: Readonly<Record<string, unknown>> = { ...properties, name };
  return described
    .filter(([field]) => typeof told[field] !== "string" || told[field] === "")
    .map(([field, level]) => ({
      level,
      part: "datasetMetadata",
      message: `The dataset has no ${field}.`,
      where: field,
    }));
}
