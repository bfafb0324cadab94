import type { Kind } from "../../provider/kinds";
import { inputsOf, outputsOf, policiesOf, type Described } from "./described";
import { orUndefined, typeText } from "./types";

const asInput = (text: string): string => `pulumi.Input<${text}>`;
const asIs = (text: string): string => text;

/** The Pulumi class of a kind, with everything documented where an editor shows it. */
export function resourceClass(kind: Kind): string {
  const file = fileName(kind);
  const inputs = inputsOf(kind);
  const policies = policiesOf(kind);
  const outputs = outputsOf(kind);
  const properties = [...inputs, ...outputs].map(({ name }) => JSON.stringify(name)).join(", ");
  const references = inputs.filter(({ refersTo }) => refersTo !== undefined);
  const imports = [...new Set(references.map(({ refersTo }) => refersTo))].filter((name) => name !== kind.name);
  return `// Printed from kinds/${file}.ts by \`npm run generate\`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/${file}");
${imports.map((name) => `import type { ${name ?? ""} } from "./${fileName({ name: name ?? "" })}";\n`).join("")}import { propertiesOf, type Shape } from "./properties";

const shape: Shape = {
  properties: [${properties}],
  references: [${references.map(({ name }) => JSON.stringify(name)).join(", ")}],
};

export interface ${kind.name}Args {
${[...inputs, ...policies].map(argument).join("\n\n")}
}

${comment(`${kind.doc}\n\n\`\`\`typescript\n${kind.example}\n\`\`\``, "")}
export class ${kind.name} extends pulumi.dynamic.Resource {
${[...inputs, ...outputs].map(output).join("\n\n")}

  constructor(name: string, args: ${kind.name}Args, options?: pulumi.CustomResourceOptions) {
    super(provider, name, propertiesOf(shape, name, args), options, "haleconnect", ${JSON.stringify(kind.name)});
  }
}
`;
}

export function fileName({ name }: Pick<Kind, "name">): string {
  return name.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
}

function argument(described: Described): string {
  const text = typeText(described.type, asInput);
  const type = asInput(described.required ? text : orUndefined(text));
  const orResource = described.refersTo === undefined ? "" : ` | ${described.refersTo}`;
  const about = `${described.doc}\n\nChange: ${described.change}. Source: ${described.source}.`;
  return `${comment(about, "  ")}\n  readonly ${described.name}${described.required ? "" : "?"}: ${type}${orResource};`;
}

function output(described: Described): string {
  const type = typeText(described.type, asIs);
  const whole = described.required ? type : orUndefined(type);
  return `${comment(described.doc, "  ")}\n  declare readonly ${described.name}: pulumi.Output<${whole}>;`;
}

function comment(text: string, indent: string): string {
  const lines = text.split("\n").flatMap((line) => wrapLine(line, 110 - indent.length));
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
