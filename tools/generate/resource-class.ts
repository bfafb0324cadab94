import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Kind } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import { inputsOf, outputsOf, policiesOf, type Described } from "./described";
import { orUndefined, typeText } from "./types";

const asInput = (text: string): string => `pulumi.Input<${text}>`;
const asIs = (text: string): string => text;

/** The Pulumi class of a kind, with everything documented where an editor shows it. */
export function resourceClass(kind: Kind): string {
  const file = fileNameOf(kind.name);
  const inputs = inputsOf(kind);
  const policies = policiesOf(kind);
  const outputs = outputsOf(kind);
  const references = inputs.filter(({ refersTo }) => refersTo.length > 0);
  const outputsOfInputs = inputs.filter(({ isInputOnly }) => !isInputOnly);
  const imports = [...new Set(references.flatMap(({ refersTo }) => refersTo))].filter((name) => name !== kind.name);
  const assets = [
    ...(inputs.some(({ isFile }) => isFile) ? ["AnyFileAsset"] : []),
    ...(inputs.some(({ isFile, isFileSet }) => isFile && !isFileSet) ? ["AnyStringAsset"] : []),
  ];
  return `// Printed from ${sourceOf(file)} by \`npm run generate\`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
${assets.length === 0 ? "" : `import type { ${assets.join(", ")} } from "./files";\n`}${imports.map((name) => `import type { ${name} } from "./${fileNameOf(name)}";\n`).join("")}import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: ${JSON.stringify(kind.name)},
  module: ${JSON.stringify(file)},
  inputs: [${namesOf(outputsOfInputs)}],
  outputs: [${namesOf(outputs)}],
  references: [${namesOf(references)}],${revisions(references)}${list(
    "triggers",
    inputs.filter(({ isTriggers }) => isTriggers),
  )}${list(
    "files",
    inputs.filter(({ isFile }) => isFile),
  )}${list(
    "secrets",
    inputs.filter(({ isSecret }) => isSecret),
  )}${list(
    "secretOutputs",
    outputs.filter(({ isSecret }) => isSecret),
  )}
};

export interface ${kind.name}Args {
${[...inputs, ...policies].map(argument).join("\n\n")}
}

${comment(`${kind.doc}\n\n\`\`\`typescript\n${kind.example}\n\`\`\``, "")}
export class ${kind.name} extends Resource {
${[...outputsOfInputs, ...outputs].map(output).join("\n\n")}

  constructor(name: string, args: ${kind.name}Args, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
`;
}

const folder = path.join(__dirname, "..", "..", "provider", "kinds");
const kindFiles = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });

/** `kinds/organisation/organisation.ts`: the file that declares the kind. */
function sourceOf(file: string): string {
  const found = kindFiles.find((it) => path.basename(it) === `${file}.ts`) ?? "";
  return `kinds/${found.split(path.sep).join("/")}`;
}

/** The module whose exports are the provider of the kind; its name is kept for ever (provider/dynamic). */
export function dynamicModule({ name }: Kind): string {
  return `import { lazyProvider } from "../lifecycle/lazy-provider";\n\nexport = lazyProvider(${JSON.stringify(name)});\n`;
}

export function resourceIndex(kinds: readonly Kind[]): string {
  const lines = kinds.map(
    (kind) => `export { ${kind.name}, type ${kind.name}Args } from "./${fileNameOf(kind.name)}";`,
  );
  return `// Printed from kinds/ by \`npm run generate\`.\n${lines.join("\n")}\n`;
}

function namesOf(described: readonly Described[]): string {
  return described.map(({ name }) => JSON.stringify(name)).join(", ");
}

function list(name: string, described: readonly Described[]): string {
  return described.length === 0 ? "" : `\n  ${name}: [${namesOf(described)}],`;
}

function revisions(described: readonly Described[]): string {
  const pairs = described.flatMap(({ name, revisionIn }) =>
    revisionIn === undefined ? [] : [`${name}: ${JSON.stringify(revisionIn)}`],
  );
  return pairs.length === 0 ? "" : `\n  revisions: { ${pairs.join(", ")} },`;
}

function argument(described: Described): string {
  const { deprecatedFor } = described;
  const deprecation = deprecatedFor === undefined ? "" : `\n\n@deprecated Use \`${deprecatedFor}\`.`;
  const about = `${described.doc}\n\nChange: ${described.change}.${deprecation}`;
  return `${comment(about, "  ")}\n  readonly ${described.name}${described.required ? "" : "?"}: ${argumentType(described)};`;
}

/** What a person may write: a resource for its id, and one of Pulumi's assets for a file. */
function argumentType({ type, required, refersTo, isTriggers, isFile, isFileSet }: Described): string {
  const text = typeText(type, asInput, { hidden: isFile ? ["sha256"] : [], isDocumented: true });
  const plain = asInput(required ? text : orUndefined(text));
  if (isTriggers) {
    return `${plain} | readonly (pulumi.Input<string> | pulumi.CustomResource)[]`;
  }
  if (isFileSet) {
    const member = typeText(memberOf(type), asInput, { isDocumented: true });
    return asInput(`${asInput(`${member} | AnyFileAsset`)}[] | undefined`);
  }
  if (isFile) {
    return asInput(`${required ? text : orUndefined(text)} | AnyFileAsset | AnyStringAsset`);
  }
  const isAlone = refersTo.length > 0 && text === "string";
  return isAlone ? [plain, ...refersTo].join(" | ") : plain;
}

/** The type of a list's members. */
function memberOf(type: z.ZodType): z.ZodType {
  const list = type instanceof z.ZodOptional ? type.unwrap() : type;
  return list instanceof z.ZodArray ? (list.element as z.ZodType) : z.unknown();
}

function output(described: Described): string {
  const type = described.isFileSet ? "Record<string, { sha256: string }>" : typeText(described.type, asIs);
  const whole = described.required ? type : orUndefined(type);
  return `${comment(firstSentence(described.doc), "  ")}\n  declare readonly ${described.name}: pulumi.Output<${whole}>;`;
}

/** The whole of it stands at the argument. */
function firstSentence(doc: string): string {
  return /^.*?[.](?= [A-Z`])/.exec(doc)?.[0] ?? doc;
}

function comment(text: string, indent: string): string {
  const lines = text.split("\n").flatMap((line) => wrapLine(line, 116 - indent.length));
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

function wrapLine(line: string, width: number): string[] {
  const isCode = /^(\s|const |```|\}|new )/.test(line);
  if (isCode || line.length <= width) {
    return [line];
  }
  const at = line.lastIndexOf(" ", width);
  return at <= 0 ? [line] : [line.slice(0, at), ...wrapLine(line.slice(at + 1), width)];
}
