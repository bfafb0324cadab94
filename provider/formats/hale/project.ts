import { FormatError } from "../file-problem";
import { attribute, childNamed, childrenNamed, inBraces, parseXml, textIn, type XmlElement } from "../xml-tree";
import { alignmentIn, type Alignment } from "./alignment";
import { momentOf, settingsOf } from "./locations";

/** Something that a project reads: a schema, source data, a codelist. */
export interface ProjectResource {
  readonly kind: "sourceSchema" | "targetSchema" | "sourceData" | "other";
  /** What hale does with it: `eu.esdihumboldt.hale.io.schema.read.source`. */
  readonly action: string;
  /** Where it is, as the project says it: relative to the project, or an address. */
  readonly location?: string;
  readonly contentType?: string;
  /** Namespaces of the schema, as far as the project keeps a copy of it. */
  readonly namespaces: readonly string[];
}

/** A file that belongs to the project and lies beside it. */
export interface ProjectFile {
  readonly name: string;
  readonly location: string;
}

export interface HaleProject {
  readonly name?: string;
  readonly author?: string;
  readonly description?: string;
  /** Milliseconds. */
  readonly created?: number;
  readonly modified?: number;
  readonly resources: readonly ProjectResource[];
  readonly files: readonly ProjectFile[];
  /** Where the project file holds it itself. */
  readonly alignment?: Alignment;
}

const kinds: readonly (readonly [RegExp, ProjectResource["kind"]])[] = [
  [/\bschema\.(?:read\.)?source$/, "sourceSchema"],
  [/\bschema\.(?:read\.)?target$/, "targetSchema"],
  [/\binstance\.(?:read\.)?source$/, "sourceData"],
];

/** What a project file says, the XML of a .halex or that in a .halez. */
export function parseProject(content: Uint8Array, file: string): HaleProject {
  const root = parseXml(content, file);
  if (root.name !== "hale-project") {
    const message = `it is XML, but no hale project: its first element is ${inBraces(root)}, expected is hale-project`;
    throw new FormatError({ file, line: root.line, column: root.column, message });
  }
  const text = (name: string) => {
    const element = childNamed(root, name);
    const value = element === undefined ? "" : textIn(element);
    return value === "" ? {} : { [name]: value };
  };
  const moment = (name: string) => {
    const value = momentOf(childNamed(root, name)?.text);
    return value === undefined ? {} : { [name]: value };
  };
  const alignment = childNamed(root, "alignment");
  return {
    ...text("name"),
    ...text("author"),
    ...text("description"),
    ...moment("created"),
    ...moment("modified"),
    // Before 2.6 a resource was an `io-config`.
    resources: root.children.filter(({ name }) => name === "resource" || name === "io-config").map(resourceOf),
    files: childrenNamed(root, "file").map((it) => ({
      name: attribute(it, "name") ?? "",
      location: attribute(it, "location") ?? "",
    })),
    ...(alignment === undefined ? {} : { alignment: alignmentIn(alignment, file) }),
  };
}

function resourceOf(element: XmlElement): ProjectResource {
  const action = attribute(element, "action-id") ?? attribute(element, "advisor-id") ?? "";
  const { source: location, contentType } = settingsOf(element);
  return {
    kind: kinds.find(([pattern]) => pattern.test(action))?.[1] ?? "other",
    action,
    ...(location === undefined || location === "" ? {} : { location }),
    ...(contentType === undefined ? {} : { contentType }),
    namespaces: [...new Set(childrenNamed(element, "cache").flatMap(schemaNamespaces))],
  };
}

/** hale keeps a copy of a schema that it could not read again by itself. */
function schemaNamespaces(cache: XmlElement): string[] {
  return cache.children.flatMap((it) => {
    const namespace = it.name === "schema" ? attribute(it, "namespace") : undefined;
    return namespace === undefined ? schemaNamespaces(it) : [namespace];
  });
}
