import type { ReadFile } from "../bytes";
import { inBraces } from "../xml-tree";
import { attempt } from "../file-problem";
import { noStatistics, type SchemaContent, type SchemaNamespace } from "../schema-content";
import { featureTypesOf } from "./feature-types";
import { readSchemaSet, type SchemaSet } from "./schema-set";
import { statisticsOf } from "./statistics";

export { parseXsd } from "./document";
export { gmlProperties } from "./known-types";
export { placeInFolder } from "./schema-set";

/** What a schema of XSD documents says: `main` are its own ones, in a folder that `read` reads. */
export async function readXsd(main: readonly string[], read: ReadFile): Promise<SchemaContent> {
  const set = await readSchemaSet(main, read);
  const inside = await attempt(() => {
    const featureTypes = featureTypesOf(set);
    return { featureTypes, statistics: statisticsOf(set, featureTypes.map(inBraces)) };
  });
  const known = { namespaces: namespacesOf(set), locations: set.locations };
  return "value" in inside
    ? { ...known, ...inside.value, problems: set.problems }
    : { ...known, featureTypes: [], statistics: noStatistics, problems: [...set.problems, inside.problem] };
}

function namespacesOf(set: SchemaSet): SchemaNamespace[] {
  const targets = new Set([...set.own].map(({ namespace }) => namespace));
  const prefixes = new Map<string, string>();
  for (const { prefixes: inDocument } of set.documents) {
    for (const prefix in inDocument) {
      const namespace = inDocument[prefix] ?? "";
      if (prefix !== "" && !prefixes.has(namespace)) {
        prefixes.set(namespace, prefix);
      }
    }
  }
  const all = new Set([
    ...targets,
    ...set.documents.flatMap(({ namespace, references }) => [namespace, ...references.map((it) => it.namespace)]),
  ]);
  return [...all]
    .filter((namespace) => namespace !== "")
    .map((namespace) => {
      const prefix = prefixes.get(namespace);
      return { namespace, ...(prefix === undefined ? {} : { prefix }), isTarget: targets.has(namespace) };
    });
}
