import { BrokenDocument } from "./broken-document";
import { shown } from "./json";
import { documentLimits } from "./limits";

/** The part of js-yaml that is used here. */
interface Yaml {
  readonly CORE_SCHEMA: { readonly extend: (more: { readonly implicit: readonly unknown[] }) => unknown };
  readonly types: { readonly merge: unknown };
  readonly load: (text: string, options: { readonly schema: unknown; readonly maxDepth: number }) => unknown;
  readonly YAMLException: new () => Error & {
    readonly reason: string;
    readonly mark?: { readonly line: number; readonly column: number };
  };
}

/** The content of a text that is JSON or YAML. */
export function parseText(name: string, given: string): unknown {
  if (Buffer.byteLength(given) > documentLimits.bytes) {
    const most = documentLimits.bytes / 1024 ** 2;
    throw new BrokenDocument(name, `it is larger than ${most} MB; give the address of one service's API document`);
  }
  const text = given.replace(/^\uFEFF/, "");
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) {
    throw new BrokenDocument(name, `it is empty; ${checkTheAddress}`);
  }
  if (start === "<") {
    const what = /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 10_000)) ? "an HTML page" : "XML";
    throw new BrokenDocument(name, `this is ${what}, not an API document; ${checkTheAddress}`);
  }
  return (start === "{" ? parseJson(text) : undefined) ?? parseYaml(name, text);
}

const checkTheAddress =
  "give the address of the document itself, which often ends in swagger.json, swagger.yaml or openapi.json";

/** JSON is YAML too, so whatever is no JSON gets its message from there. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseYaml(name: string, text: string): unknown {
  // Loaded with the first document in YAML.
  const yaml = require("js-yaml") as Yaml;
  try {
    // Merge keys (<<) are no part of YAML 1.2, but people write them; the library limits what they may add.
    const schema = yaml.CORE_SCHEMA.extend({ implicit: [yaml.types.merge] });
    return yaml.load(text, { schema, maxDepth: documentLimits.nesting });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) {
      throw error;
    }
    const { reason, mark } = error;
    const place = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
    const next = "fetch the document again, or have it corrected by whoever publishes it";
    throw new BrokenDocument(name, `it is neither JSON nor YAML: ${shown(reason)}; ${next}`, place);
  }
}
