import type { workflows } from "../../../provider/contract";
import { describeKind, type FileKind } from "../../../provider/formats/file-kind";
import { datasetContent, type DatasetFile } from "../../contents/dataset-content";
import type { Bucket } from "../../world/bucket-model";
import type { Desk, Platform } from "../implement";

type Finding = workflows.Finding;

/**
 * What can be checked of a dataset without the platform's test suites: whether its files can be read, whether they are
 * data at all, and whether it says what it is.
 */
export async function findingsIn(call: Platform & Desk, dataset: Bucket): Promise<Finding[]> {
  const files = await datasetContent(call.world.buckets.filesOf(dataset.id), (sha256) => call.blobs.lend(sha256));
  return [...ofData(files), ...ofMetadata(dataset)];
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
